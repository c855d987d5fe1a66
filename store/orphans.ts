import { trusted } from 'mongoose'
import { ascending } from '../domain/ascending.ts'
import { participationCommands } from '../domain/participation/commands.ts'
import { isHeld } from '../domain/register/candidate.ts'
import { registerStream } from '../domain/register/register.ts'
import type { Instant } from '../domain/time.ts'
import type { Store } from './connect.ts'
import { reachOf } from './erasing/reach.ts'
import { candidatesById } from './register/candidates.ts'
import type { RowDoc } from './schemas.ts'
import { refsIn } from './story-texts.ts'

const command = 'importNominations' satisfies keyof typeof participationCommands

/** Somebody whom an import registered and nobody nominated, with the texts that were written of them, by reference. */
export interface Orphan {
  readonly candidate: string
  readonly texts: readonly string[]
}

/** Whom imports registered that were refused before that moment, by id: who was nominated since, or is about to be, is none of them, nor who was there before. */
export async function orphansOf(store: Store, before: Instant): Promise<readonly Orphan[]> {
  const { inbox } = store
  const late = { command, receivedAt: trusted({ $lt: new Date(before) }) }
  const rows = await inbox.find({ ...late, 'answer.outcome': trusted({ $in: ['refused', 'bug'] }) }).lean()
  const named = rows.flatMap((row) => candidatesIn(row).map((candidate) => ({ candidate, row })))
  const held = await candidatesById(store, [...new Set(named.map(({ candidate }) => candidate))])
  const pending = named.length === 0 ? [] : await inbox.find({ command, taken: false }).lean()
  const awaited = new Set(pending.flatMap(candidatesIn))
  const orphans = new Map<string, Orphan>()
  for (const { candidate, row } of named) {
    const record = held.get(candidate)
    if (orphans.has(candidate) || !record || !isHeld(record) || awaited.has(candidate)) continue
    if (!(await isBegunBy(store, candidate, row)) || (await reachOf(store, candidate)).nominations.length > 0) continue
    const theirs = named.filter((one) => one.candidate === candidate).map((one) => one.row)
    orphans.set(candidate, { candidate, texts: await textsOf(store, theirs, candidate) })
  }
  return [...orphans.values()].toSorted(ascending(({ candidate }) => candidate))
}

/** What a row nominates whom with: as it was judged. */
const saidIn = ({ input }: Pick<RowDoc, 'input'>) =>
  participationCommands[command].input.safeParse(input).data?.nominations ?? []
const candidatesIn = (row: Pick<RowDoc, 'input'>): readonly string[] => saidIn(row).map(({ candidate }) => candidate)

/** What the refused rows said of somebody; what was said of others in the same words stays. */
async function textsOf({ ledger }: Store, refused: readonly RowDoc[], candidate: string): Promise<readonly string[]> {
  const theirs = refused.flatMap((row) => saidIn(row).filter((one) => one.candidate === candidate))
  const streams = [...new Set(refused.map(({ stream }) => stream))]
  const entries = await ledger.find({ stream: trusted({ $in: streams }) }, { data: 1 }).lean()
  const kept = new Set(refsIn(entries.map(({ data }) => data)))
  return [...new Set(refsIn(theirs))].filter((ref) => !kept.has(ref))
}

/** Whether a record is in the register for nothing else than that import. */
const isBegunBy = async ({ ledger }: Store, candidate: string, { _id: cause }: Pick<RowDoc, '_id'>): Promise<boolean> =>
  (await ledger.exists({ stream: registerStream('candidate', candidate), seq: 1, cause })) !== null
