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

/** One row: a partner and perhaps one of its contacts; an empty cell says nothing. */
export const ImportRow = z
  .strictObject({
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
  .superRefine(({ contactEmail, contactRole, contactLanguage, contactName }, context) => {
    const named = contactEmail !== undefined || contactRole !== undefined || contactName !== undefined
    const missing = (['contactEmail', 'contactRole', 'contactLanguage'] as const).filter(
      (column) => ({ contactEmail, contactRole, contactLanguage })[column] === undefined,
    )
    if (named)
      for (const column of missing)
        context.addIssue({ code: 'custom', path: [column], message: 'beside_missing' satisfies NamedFault })
  })
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
