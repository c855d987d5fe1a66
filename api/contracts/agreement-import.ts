import { z } from 'zod'
import { agreementKinds } from '../../domain/agreement/agreement.ts'
import { agreementCommands } from '../../domain/agreement/commands.ts'
import type { NamedFault } from '../../domain/input.ts'
import { Line } from '../../domain/text.ts'
import { NearDay } from '../../domain/time.ts'
import { Imported } from './register/import.ts'
import { partsOf, several } from './several.ts'

/** The columns of a file of agreements, in the order of the template. */
export const agreementColumns = [
  'reference',
  'title',
  'kind',
  'partners',
  'centres',
  'withImt',
  'from',
  'until',
  'signedOn',
  'noticeMonths',
  'places',
  'scan',
] as const

const { partners, centres, noticeMonths, places: drafted } = agreementCommands.draftAgreement.input.shape
const placesIn = (parts: readonly string[]): object[] =>
  parts.map((one) => {
    const [direction, level, year, count] = one.split(':').map((part) => part.trim())
    return { direction, level, year: Number(year), places: Number(count) }
  })
/** `'incoming:master:2027:4|outgoing:master:2027:2'`: where one of them is none, all are one fault. */
const places = z
  .string()
  .transform(partsOf)
  .refine((parts) => drafted.safeParse(placesIn(parts)).success, 'places_form' satisfies NamedFault)
  .transform(placesIn)
  .pipe(drafted.unwrap())

/** One agreement: under the number it had where it comes from, which it is known by when it comes again. */
export const AgreementRow = z.strictObject({
  reference: Line,
  title: Line,
  kind: z.enum(agreementKinds),
  partners: several(partners, 'ids_form'),
  centres: several(centres.unwrap(), 'ids_form').optional(),
  withImt: z.enum(['true', 'false']).optional(),
  from: NearDay,
  until: NearDay,
  signedOn: NearDay.optional(),
  noticeMonths: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(noticeMonths),
  places: places.optional(),
  scan: Line.optional(),
})
export type AgreementRow = z.output<typeof AgreementRow>

/** What a row says where it can be read, though it cannot elsewhere. */
export const PartOfAgreementRow = AgreementRow.partial()
export type PartOfAgreementRow = z.output<typeof PartOfAgreementRow>

/** A file of agreements as it is sent, with what its columns may hold. */
export const AgreementLines = z.string().meta({
  description: [
    'Lines with `;` or `,` under the first line of the template.',
    `\`kind\` is one of ${agreementKinds.join(', ')}; \`partners\` and \`centres\` are ids, several with \`|\`;`,
    '`withImt` is `true` or `false`; days are written as 2027-09-01; `noticeMonths` is a number;',
    '`places` are `incoming:master:2027:4`, several with `|`: direction, level, first year, number;',
    '`scan` is what an uploaded file is called, its id or its SHA-256.',
  ].join(' '),
})

/** What an import of agreements did, or would do. */
export const AgreementsImported = Imported.omit({ edited: true })
  .extend({
    added: z.array(z.string()).meta({ description: 'The numbers of new agreements; with `dryRun`, their references.' }),
    unchanged: z.array(z.string()).meta({ description: 'The numbers of those that came in before.' }),
    waiting: z
      .array(z.string())
      .meta({ description: 'Of the new ones those that are received, and not written down yet.' }),
  })
  .meta({ id: 'AgreementsImported' })
