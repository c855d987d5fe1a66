import { refusalIn } from '../../domain/refusals.ts'
import { recognisedBy } from '../../domain/register/candidate.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import type { PartOfRow } from '../contracts/nominations-file.ts'
import type { RowFault } from '../imports/table-file.ts'
import { assertCountry } from '../register/places.ts'
import { wishColumns } from './wishes.ts'

/** What is wrong with a row, wherever it stands. */
export type Fault = Omit<RowFault, 'line'>

/** All that cannot be said of anybody: a country that is none, a birth that is still to come. */
export function unsoundIn(
  row: PartOfRow,
  { school, on }: { readonly school: SchoolPolicy; readonly on: CivilDate },
): readonly Fault[] {
  const countries = (['nationality', 'residence'] as const).flatMap((column) => {
    const country = row[column]
    const refusal = country === undefined ? undefined : refusalIn(() => assertCountry(school, country))
    return refusal ? [{ column, code: refusal.code, fields: refusal.fields }] : []
  })
  const { birthOn } = row
  return [
    ...countries,
    ...(birthOn !== undefined && birthOn >= on
      ? [{ column: 'birthOn', code: 'register.birth-ahead', fields: { on: birthOn } }]
      : []),
  ]
}

/** The wishes of a row that another of its wishes says before them. */
export const wishedTwice = (row: PartOfRow): readonly Fault[] =>
  wishColumns
    .filter(
      (column, at) => row[column] !== undefined && wishColumns.slice(0, at).some((one) => row[one] === row[column]),
    )
    .map((column) => ({ column, code: 'named_twice' }))

/** Whether two rows of a file are of one person, as far as they can be read. */
export function isOneTwice(one: PartOfRow, other: PartOfRow): boolean {
  if (one.email !== undefined && one.email.toLowerCase() === other.email?.toLowerCase()) return true
  const [first, second] = [bornOf(one), bornOf(other)]
  return first && second ? recognisedBy({ ...first, email: '' }, { ...second, email: '-' }) !== undefined : false
}

const bornOf = ({ name, birthOn }: PartOfRow): { name: string; birthOn: CivilDate } | undefined =>
  name !== undefined && birthOn !== undefined ? { name, birthOn } : undefined
