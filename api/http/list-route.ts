import type { z } from 'zod'
import { dayOf } from '../../domain/time.ts'
import { wordsOf } from '../../locales/words.ts'
import type { ExportFormat } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { exported, mediaTypes } from '../exports/formats.ts'
import type { Table } from '../exports/table.ts'
import { Problem } from './problem.ts'
import { route, type Asked, type Contract, type Reply, type Route } from './route.ts'

/** The query of a list: from where on, and as which file. */
export type ListQuery = z.ZodType<{ after?: string | undefined; format?: ExportFormat | undefined }>

/** One page of a list, and after what the next begins; without that there is one page alone. */
export interface Page {
  readonly items: readonly unknown[]
  readonly next?: string | null
}

/** As many lines as one file holds; whoever wants more asks for a part. */
const mostExported = 10_000

/** A list that is read page by page, or taken away as one file of all that fits the query (`?format=csv`, `?format=xlsx`). */
export const listRoute = <Q extends ListQuery>(
  deps: Deps,
  {
    table,
    page: body,
    description,
    ...contract
  }: Omit<Contract, 'method' | 'answers' | 'query'> & {
    readonly query: Q
    readonly table: Table
    readonly page: z.ZodType
    readonly description: string
  },
  read: (asked: Asked<z.output<Q>>) => Promise<Page>,
): Route =>
  route(
    {
      ...contract,
      method: 'get',
      answers: {
        200: {
          description: `${description} With \`format\`: all of them, as a file.`,
          body,
          files: Object.values(mediaTypes),
        },
      },
    },
    async (asked) => {
      const { format } = asked.query
      if (format === undefined) return { body: await read(asked) }
      return listFile(deps, asked, { format, table, name: contract.id, read })
    },
  )

/** All pages of a list as one file, its columns in the reader's language. Throws `list-too-long`. */
export async function listFile<Q extends { after?: string | undefined }>(
  { now, rules }: Pick<Deps, 'now' | 'rules'>,
  asked: Asked<Q>,
  {
    format,
    table,
    name,
    read,
  }: {
    readonly format: ExportFormat
    readonly table: Table
    readonly name: string
    read(asked: Asked<Q>): Promise<Page>
  },
): Promise<Reply> {
  const lines: unknown[] = []
  let page = await read(asked)
  for (lines.push(...page.items); page.next; lines.push(...page.items)) {
    if (lines.length >= mostExported) throw new Problem(422, 'list-too-long', { most: mostExported })
    page = await read({ ...asked, query: { ...asked.query, after: page.next } })
  }
  return exported(format, { lines, table, name, on: dayOf(now(), rules.calendar), words: wordsOf(asked.language) })
}
