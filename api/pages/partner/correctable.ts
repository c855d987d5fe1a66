import { standing, type Nomination } from '../../../domain/participation/nominations/nomination.ts'
import { participation } from '../../../domain/participation/process.ts'
import { isHeld, type Candidate } from '../../../domain/register/candidate.ts'
import { isDossierSent } from '../../../store/nomination-dossier.ts'
import { candidatesById } from '../../../store/register/candidates.ts'
import type { CandidateDoc } from '../../../store/register/schemas.ts'
import { readTexts } from '../../../store/texts.ts'
import { nominationColumns, type NominationColumn } from '../../contracts/nominations-file.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import type { TypedNomination } from './nominate-form.ts'
import type { OpenReading } from './opening.ts'

/** A nomination that stands, as its partner may correct it now. */
export interface Correctable {
  readonly one: Nomination & { readonly id: string }
  readonly record: CandidateDoc & Candidate
  /** What can be corrected, in the order of the form: who somebody is where it is the partner's own word and their dossier was not sent, and what is said of them where the process takes it. */
  readonly columns: readonly NominationColumn[]
  /** Its place and the last one, from 1; absent where the order is not to change. */
  readonly rank?: { readonly now: number; readonly last: number } | undefined
  /** What stands now, as it would be typed. */
  readonly typed: TypedNomination
}

const ofPerson: readonly NominationColumn[] = [
  'name',
  'birthOn',
  'email',
  'language',
  'nationality',
  'residence',
  'level',
]

/** Whether a column says who somebody is. */
export const isOfPerson = (column: NominationColumn): boolean => ofPerson.includes(column)

/** What can be corrected of a nomination. Throws `not-found` for one that stands no more, and of whoever was erased. */
export async function correctableIn(
  { store }: Deps,
  { file, actor }: Pick<OpenReading, 'file' | 'actor'>,
  nomination: string,
): Promise<Correctable> {
  const one = standing(file.state).find(({ id }) => id === nomination)
  const record = one && (await candidatesById(store, [one.candidate])).get(one.candidate)
  if (!one || !record || !isHeld(record)) throw new Problem(404, 'not-found')
  const { statement = '', wishes, channel } = one
  const [isSent, texts] = await Promise.all([
    isDossierSent(store, { participation: file.id, nomination }),
    readTexts(store, [statement]),
  ])
  const mayPerson = record.givenBy === file.state.partner && !isSent
  const mayContent = participation.may(file, actor, nomination).includes('correctNomination')
  const { name, birthOn, email, language, nationality, residence, level } = record
  const [wish1 = '', wish2 = '', wish3 = ''] = wishes
  return {
    one,
    record,
    columns: nominationColumns.filter((column) => (isOfPerson(column) ? mayPerson : mayContent)),
    rank: participation.may(file, actor).includes('reorder')
      ? { now: file.state.order.indexOf(nomination) + 1, last: file.state.order.length }
      : undefined,
    typed: {
      ...{ name, birthOn, email, language, nationality, residence, level },
      ...{ wish1, wish2, wish3, channel, statement: texts.get(statement) ?? '' },
    },
  }
}
