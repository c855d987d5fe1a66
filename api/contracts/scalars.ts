import { z } from 'zod'
import { NearDay } from '../../domain/time.ts'

/** `'2027-01-31'` */
export const Day = z.iso.date().meta({ description: 'A civil day at the school.' })

/** `'2027-01-31T23:00:00.000Z'` */
export const Moment = z.iso.datetime({ precision: 3 }).meta({ description: 'An instant, in UTC with milliseconds.' })

/** What someone wrote freely; null once it was erased. */
export const Text = z.string().nullable().meta({ description: 'A free text; null once it was erased.' })

/** A code that stays, with its words in the caller’s language. */
export const coded = <T extends z.ZodType>(code: T): z.ZodObject<{ code: T; words: z.ZodString }> =>
  z.object({ code, words: z.string() })

/** One page of a list: `next`, where there is more, is the `after` of the page behind it. */
export const pageOf = <T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** The query of a list. */
export const PageQuery = z.strictObject({
  after: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .optional()
    .meta({ description: 'The `next` of the page before.' }),
})

/** What a list can be taken away as. */
export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The query of a list that can be taken away. */
export const ListQuery = PageQuery.extend({
  format: z
    .enum(exportFormats)
    .optional()
    .meta({ description: 'As a file, all that fits: CSV with semicolons, or a spreadsheet.' }),
})

/** The query of a list of one page that can be taken away. */
export const WholeListQuery = ListQuery.omit({ after: true })

/** The query of one file. */
export const FileQuery = z.strictObject({
  asOf: NearDay.optional().meta({
    description: 'As it was known at the end of that day at the school; none to come.',
  }),
})

/** The query of a list of files. */
export const FilesQuery = ListQuery.extend(FileQuery.shape)

/** The query of what has none. */
export const NoQuery = z.strictObject({})

/** A request that says everything by its address. */
export const NoBody = z.strictObject({})
