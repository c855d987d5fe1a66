import { z } from 'zod'
import { languages } from '../../../domain/language.ts'
import { contactRoles } from '../../../domain/register/contact.ts'
import type { NamedFault } from '../../../domain/input.ts'
import { FreeText, Id, Line, Name } from '../../../domain/text.ts'
import { several } from '../several.ts'
import { Domains, Networks, PartnerCreate } from './partner.ts'
import { CountryCode, Email } from './scalars.ts'

/** The columns of a file of partners and their contacts, in the order of the template. */
export const importColumns = [
  'id',
  'name',
  'country',
  'city',
  'zone',
  'domains',
  'erasmusCode',
  'pic',
  'schac',
  'networks',
  'relationship',
  'contactRole',
  'contactName',
  'contactEmail',
  'contactLanguage',
  'reason',
  'withoutHolidays',
  'confirmDuplicate',
] as const
export type ImportColumn = (typeof importColumns)[number]

const of = PartnerCreate.shape

const cells = z.strictObject({
  id: Id.optional(),
  name: Name,
  country: CountryCode,
  city: Line.optional(),
  zone: of.zone,
  domains: several(Domains, 'domains_form').optional(),
  erasmusCode: of.erasmusCode,
  pic: of.pic,
  schac: of.schac,
  networks: several(Networks, 'networks_form').optional(),
  relationship: of.relationship,
  contactRole: z.enum(contactRoles).optional(),
  contactName: Name.optional(),
  contactEmail: Email.optional(),
  contactLanguage: z.enum(languages).optional(),
  reason: FreeText.optional(),
  withoutHolidays: z.literal('true').optional(),
  confirmDuplicate: z.literal('true').optional(),
})

/** What a row says where it can be read, though it cannot elsewhere. */
export const PartOfImportRow = cells.partial()
export type PartOfImportRow = z.output<typeof PartOfImportRow>

type Besides = 'contactRole' | 'contactEmail' | 'contactLanguage'
/** Of whom anything is said, all is said that is needed: also where something else of the row cannot be read. */
const besides = (
  column: Besides,
): [(row: PartOfImportRow) => boolean, { path: Besides[]; error: NamedFault; when(): boolean }] => [
  (row) =>
    row[column] !== undefined ||
    (row.contactEmail === undefined && row.contactRole === undefined && row.contactName === undefined),
  { path: [column], error: 'beside_missing', when: () => true },
]

/** One row: a partner and perhaps one of its contacts; an empty cell says nothing. */
export const ImportRow = cells
  .refine(...besides('contactEmail'))
  .refine(...besides('contactRole'))
  .refine(...besides('contactLanguage'))
export type ImportRow = z.output<typeof ImportRow>

export const ImportQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'With `true` nothing is written: the answer says what would be.' }),
})

const ImportFault = z.object({
  line: z.int().meta({ description: 'In the file, the first line being 1.' }),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
})

/** What an import did, or would do. */
export const Imported = z
  .object({
    dryRun: z.boolean(),
    rows: z.int(),
    added: z.array(z.string()),
    edited: z.array(z.string()),
    faults: z.array(ImportFault).meta({ description: 'With any, nothing is imported.' }),
  })
  .meta({ id: 'Imported' })
