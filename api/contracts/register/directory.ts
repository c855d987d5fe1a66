import { z } from 'zod'
import { CountryCode, Searched } from './scalars.ts'

const Duplicate = z.object({
  id: z.string(),
  name: z.string(),
  why: z
    .enum(['domain', 'name'])
    .meta({ description: 'They share a web domain, or are called alike in the same country.' }),
  href: z.string(),
})

/** Real institutions of the world, and which of them are likely registered already. */
export const DirectoryPage = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        country: z.object({ code: z.string(), words: z.string() }),
        province: z.string().nullable(),
        domains: z.array(z.string()),
        duplicates: z.array(Duplicate),
      }),
    ),
  })
  .meta({ id: 'DirectoryPage' })

export const DirectoryQuery = z.strictObject({
  q: Searched,
  country: CountryCode.optional(),
})
