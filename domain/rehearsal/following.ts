import type { ApprovalEvents } from '../approval/approval.ts'
import type { CorrespondenceEvents } from '../correspondence/correspondence.ts'
import type { Stored } from '../process.ts'
import { processOf, typeOf } from '../processes.ts'
import type { Happened } from '../rehearsal.ts'

/** One entry of a ledger, with its file before and after it, and every file as it stood then. */
export interface Followed {
  readonly entry: Happened
  readonly before: Stored
  readonly after: Stored
  readonly fileOf: (id: string) => Stored | undefined
}

/** Goes through a rehearsed ledger from its first entry, folding each file along. */
export function* followed(ledger: readonly Happened[]): Generator<Followed> {
  const files = new Map<string, Stored>()
  for (const entry of ledger) {
    const process = processOf(entry.id)
    const before = files.get(entry.id) ?? process.open(entry.id)
    const after = process.after(before, [entry])
    files.set(entry.id, after)
    yield { entry, before, after, fileOf: (id) => files.get(id) }
  }
}

/** An entry that says: one mail went to its reader. */
export type Digested = Happened & { readonly data: CorrespondenceEvents['digested'] }
/** An entry that says: a notice was left for its reader. */
export type Received = Happened & { readonly data: CorrespondenceEvents['received'] }
/** An entry that says: a centre had its say. */
export type Given = Happened & { readonly data: ApprovalEvents['given'] }

export const isDigested = (entry: Happened): entry is Digested => isOf(entry, 'correspondence', 'digested')
export const isReceived = (entry: Happened): entry is Received => isOf(entry, 'correspondence', 'received')
export const isGiven = (entry: Happened): entry is Given => isOf(entry, 'centreApproval', 'given')

const isOf = ({ id, type }: Happened, process: string, event: string): boolean =>
  type === event && typeOf(id) === process
