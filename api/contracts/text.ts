import { z } from 'zod'
import { Name } from '../../domain/text.ts'
import { Day, Moment } from './scalars.ts'

/** By which words free texts are looked for: in the body, as an address is kept by whoever hands it on. */
export const TextSearch = z
  .strictObject({ q: Name.meta({ description: 'Words, each of which begins a word of the text: a name.' }) })
  .meta({ id: 'TextSearch' })

export const TextView = z
  .object({
    id: z.string(),
    stream: z.string().meta({ description: 'The process, or the document of the register, that it was written in.' }),
    text: z.string(),
    author: z.string().meta({ description: 'Whoever wrote it first, by id.' }),
    writtenAt: Moment,
    erasedOn: Day.nullable(),
    erasedBy: z.string().nullable().meta({ description: 'Whoever erased it, by id.' }),
    href: z
      .string()
      .meta({
        description:
          'Where the history that it stands in is read; null where it is of the register, or the name of a file.',
      })
      .nullable(),
  })
  .meta({ id: 'FreeText' })

export const TextsFound = z
  .object({ items: z.array(TextView), more: z.boolean().meta({ description: 'There are others: say more words.' }) })
  .meta({ id: 'TextsFound' })
