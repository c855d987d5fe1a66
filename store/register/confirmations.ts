import { trusted } from 'mongoose'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { keyOf } from '../../domain/id.ts'
import { CivilDate } from '../../domain/time.ts'
import type { Store } from '../connect.ts'

/** When each of these contacts last confirmed that they answer, as their correspondence knows (R10), by register id. */
export async function confirmationsOf(
  { ledger }: Pick<Store, 'ledger'>,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  const streams = contacts.map(correspondenceId)
  const entries = await ledger
    .find({ stream: trusted({ $in: streams }), type: 'contactConfirmed' }, { stream: 1, data: 1 })
    .sort({ stream: 1, seq: 1 })
    .lean()
  return new Map(entries.map(({ stream, data }) => [keyOf(stream), dayIn(data)]))
}

const dayIn = ({ on }: { readonly on?: unknown }): CivilDate => CivilDate.parse(on)
