import { trusted } from 'mongoose'
import type { Store } from './connect.ts'

/** How many rows no process has taken yet, and since when the oldest of them waits (ISO, UTC). */
export async function untakenCount({ inbox }: Store): Promise<{ rows: number; oldestAt: string | null }> {
  const [rows, oldest] = await Promise.all([
    inbox.countDocuments({ taken: false }),
    inbox.findOne({ taken: false }, { receivedAt: 1 }).sort({ receivedAt: 1 }).lean(),
  ])
  return { rows, oldestAt: oldest?.receivedAt.toISOString() ?? null }
}

/** How many processes are open, and how many of them have a due list that another policy made. */
export async function openCount({ files }: Store, policy: string): Promise<{ open: number; outdated: number }> {
  const [open, outdated] = await Promise.all([
    files.countDocuments({ ended: false }),
    files.countDocuments({ ended: false, policy: trusted({ $ne: policy }) }),
  ])
  return { open, outdated }
}

/** What the register and the files hold of what the school's statements speak of. */
export interface Holdings {
  readonly partners: number
  /** Plans in whatever state, drafts included. */
  readonly plans: number
}

/** Counts partners and plans. */
export async function holdingsOf({ partners, files }: Store): Promise<Holdings> {
  const [known, plans] = await Promise.all([
    partners.countDocuments(),
    files.countDocuments({ type: 'partnershipPlan' }),
  ])
  return { partners: known, plans }
}

/** Whether MongoDB answers. Throws where it does not. */
export async function ping({ connection }: Store): Promise<void> {
  await connection.db?.command({ ping: 1 })
}
