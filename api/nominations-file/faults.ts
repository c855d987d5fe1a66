import type { Refusal, RefusalCode } from '../../domain/refusals.ts'
import type { Fields } from '../../domain/register/register.ts'
import type { Words } from '../../locales/words.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import { nominationColumns, type NominationColumn, type PartOfRow } from '../contracts/nominations-file.ts'
import type { RowFault } from '../imports/table-file.ts'
import type { VisitorScene } from '../register/scene.ts'
import type { Choices } from './choices.ts'
import { wishColumns } from './wishes.ts'

const columns: Readonly<Partial<Record<RefusalCode, NominationColumn>>> = {
  'participation.candidate-elsewhere': 'email',
  'participation.candidate-not-here': 'email',
  'participation.limit-reached': 'wish1',
  'participation.candidate-another': 'name',
}

/** The column that a refusal of a row is about, where it is about one: of a programme the one in which it is wished for. */
export const columnAbout = (
  { code, fields }: Pick<Refusal, 'code' | 'fields'>,
  row: PartOfRow,
): NominationColumn | null =>
  code === 'participation.programme-unknown'
    ? (wishColumns.find((column) => row[column] === fields['programme']) ?? null)
    : (columns[code] ?? null)

/** What a refusal says, in which a programme and a partner are called by their names. */
export function inNames(
  fields: Fields,
  {
    programmes,
    words,
    names,
  }: { readonly programmes: readonly ProgrammeDoc[] } & Pick<VisitorScene, 'words' | 'names'>,
): Fields {
  const programme = programmes.find(({ _id }) => _id === fields['programme'])
  const { partner } = fields
  return {
    ...fields,
    ...(programme && { programme: programme.name[words.language] }),
    ...(typeof partner === 'string' && { partner: names.partner(partner).name }),
  }
}

/** A column as it is called, in the reader's language. */
export const called = (column: string | null, words: Words): string | null => {
  const known = nominationColumns.find((one) => one === column)
  return known ? words.column(known) : column
}

/** What stands where something is chosen and is no choice: those that there are are named as the template names them, but for countries. */
export function chosenFrom(fault: RowFault, { nationality: _, residence: __, ...choices }: Choices): RowFault {
  const some = Object.entries(choices).find(([column]) => column === fault.column)?.[1]
  if (!some || (fault.code !== 'invalid_value' && fault.code !== 'invalid_format')) return fault
  return { ...fault, code: 'invalid_value', fields: { values: some.map((one) => one.words) } }
}
