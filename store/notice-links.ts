import { isOpen } from '../domain/dossier/dossier.ts'
import type { ReaderKind } from '../domain/policy.ts'
import { closingOf, isAsked } from '../domain/participation/participation.ts'
import { participation } from '../domain/participation/process.ts'
import type { Stored } from '../domain/process.ts'
import type { Subject } from '../domain/subject.ts'
import type { CivilDate } from '../domain/time.ts'
import type { Store } from './connect.ts'
import type { Link } from './links.ts'
import { mayWithdrawAny } from './nomination-dossier.ts'

/** What a signed link opens: the approval that can be answered, by its round of asking; a partner's part in a cycle; a candidate's dossier. */
export type Opens = Pick<Link, 'file' | 'round'>
/** Who reads a notice, and on which day. */
export interface NoticeReader {
  readonly reader: ReaderKind | 'candidate'
  readonly on: CivilDate
}
type Load = (id: string) => Promise<Stored | undefined>

/**
 * What a signed link would open for the reader of a notice now. Of a dossier its candidate opens the dossier, and the contact of its partner the participation that
 * began it, while something can be done there.
 */
export async function opensFor(
  store: Pick<Store, 'files'>,
  { file, approval, participation: asked, dossier }: Subject,
  { reader, on, load }: NoticeReader & { readonly load: Load },
): Promise<Opens | undefined> {
  const answered = approval?.state.asked
  if (answered) return approval.state.status === 'asked' ? { file: approval.id, round: answered.round } : undefined
  if (reader === 'school' || !file) return undefined
  if (reader === 'candidate') return dossier && isOpen(dossier.state) ? { file: file.id } : undefined
  if (asked) return isAsked(asked.state) ? { file: file.id } : undefined
  if (!dossier) return undefined
  const began = await load(`${participation.type}/${dossier.state.participation}`)
  if (!began || !participation.owns(began) || began.state.status === 'cancelled') return undefined
  const isAhead = began.state.status === 'finished' && on <= closingOf(began.state).closesOn
  const isUsed = isAsked(began.state) || isAhead || isOpen(dossier.state) || (await mayWithdrawAny(store, began.id))
  return isUsed ? { file: began.id } : undefined
}
