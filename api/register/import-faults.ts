import type { RefusalCode } from '../../domain/refusals.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import type { ImportColumn, ImportRow, PartOfImportRow } from '../contracts/register/import.ts'
import type { PartlyRead, RowFault } from '../imports/table-file.ts'
import { refusalsOfNew } from './partners.ts'
import { placed, refusalsOfPlace } from './places.ts'
import type { Scene } from './scene.ts'

/** A row of a file of partners, as far as it can be read. */
export type PartnerRead = PartlyRead<ImportRow, PartOfImportRow>

/** By what a refusal is decided: the column that it is told of first, then others; where one of them cannot be read, nobody knows. */
const decidedBy: Readonly<Partial<Record<RefusalCode, readonly [ImportColumn, ...ImportColumn[]]>>> = {
  'register.country-unknown': ['country'],
  'register.zone-elsewhere': ['zone'],
  // Of a partner that is registered none of these is asked.
  'register.holidays-unknown': ['country', 'withoutHolidays', 'id', 'name'],
  'register.zone-needed': ['zone', 'id', 'name'],
  'register.unlisted-reason': ['reason', 'id', 'name'],
  'register.likely-duplicate': ['name', 'id', 'confirmDuplicate'],
}
const ofPartner = ['city', 'zone', 'erasmusCode', 'pic', 'schac', 'relationship'] as const

/** All that is wrong with the rows of one partner beside what cannot be read: the first says what it is, the others say the same of it, or nothing. */
export async function faultsOfRows(
  [first, ...others]: readonly PartnerRead[],
  { id, known, scene }: { readonly id: string; readonly known: PartnerDoc | undefined; readonly scene: Scene },
): Promise<readonly RowFault[]> {
  if (!first) return []
  const { line, said, unread } = first
  const { country, zone } = said
  const { school } = scene.deps
  const refusals = known
    ? zone === undefined
      ? []
      : refusalsOfPlace(school, placed(known, { zone }))
    : country === undefined
      ? []
      : await refusalsOfNew({ ...said, country, withoutHolidays: said.withoutHolidays && true }, { scene, id })
  const told = refusals.flatMap(({ code, fields }) => {
    const columns = decidedBy[code] ?? []
    return columns.some((column) => unread.has(column)) ? [] : [{ line, column: columns[0] ?? null, code, fields }]
  })
  const differing = others.flatMap((other) =>
    ofPartner
      .filter(
        (column) => other.said[column] !== undefined && other.said[column] !== said[column] && !unread.has(column),
      )
      .map((column) => ({ line: other.line, column, code: 'partner_differs' })),
  )
  return [...told, ...differing]
}
