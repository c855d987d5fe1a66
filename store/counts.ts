import { trusted } from 'mongoose'
import { isInForceOn } from '../domain/agreement/span.ts'
import { decidedOn, type DecidedFact } from '../domain/register/decided.ts'
import type { CivilDate } from '../domain/time.ts'
import type { Store } from './connect.ts'
import { listAgreements } from './typed.ts'

// Named, as without a condition on its field MongoDB reads every row that ever was instead of it.
const untakenIndex = 'overdue'

/** How many rows no process has taken yet, and since when the oldest of them waits (ISO, UTC). */
export async function untakenCount({ inbox }: Store): Promise<{ rows: number; oldestAt: string | null }> {
  const [rows, oldest] = await Promise.all([
    inbox.countDocuments({ taken: false }).hint(untakenIndex),
    inbox.findOne({ taken: false }, { receivedAt: 1 }).sort({ receivedAt: 1 }).hint(untakenIndex).lean(),
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
  /** Neither prospects nor ended relations. */
  readonly partnerships: number
  /** Decided to be so on that day (R12). */
  readonly strategic: number
  readonly complete: number
  /** Exchange agreements that are in force that day (S7). */
  readonly agreements: number
  /** Plans in whatever state, drafts included. */
  readonly plans: number
}

/** Counts partners, agreements and plans as of a day. */
export async function holdingsOf(store: Store, on: CivilDate): Promise<Holdings> {
  const { partners, files } = store
  const [known, agreements, plans] = await Promise.all([
    partners.find({}, { relationship: 1, strategic: 1, complete: 1 }).lean(),
    listAgreements(store),
    files.countDocuments({ type: 'partnershipPlan' }),
  ])
  const count = (fact: DecidedFact): number => known.filter((partner) => decidedOn(partner[fact], on)?.value).length
  return {
    partners: known.length,
    partnerships: known.filter(({ relationship }) => relationship !== 'prospect' && relationship !== 'ended').length,
    strategic: count('strategic'),
    complete: count('complete'),
    agreements: agreements.filter(({ state }) => state.kind === 'exchange' && isInForceOn(state, on)).length,
    plans,
  }
}
