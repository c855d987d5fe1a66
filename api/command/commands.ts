import { z } from 'zod'
import { commandsForPeople, processTypes, type ProcessType } from '../../domain/catalogue.ts'
import type { CommandRow } from '../../domain/process.ts'
import { base, collections, keyNames } from '../address.ts'
import { Preview } from '../contracts/preview.ts'
import { Receipt } from '../contracts/receipt.ts'
import type { Deps } from '../deps.ts'
import { route, type Contract, type Route } from '../http/route.ts'
import { viewContracts } from '../views/views.ts'
import { give } from './give.ts'
import { beginsFile } from './order.ts'

/** A command that people give, with its place in the API. */
export interface CommandRoute {
  readonly path: string
  readonly process: ProcessType
  readonly command: string
  readonly row: CommandRow
  /** Begins a file, whose key is made from what it holds. */
  readonly begins: boolean
}

/** `POST /api/v1/plans/{key}/moveMilestone` and its like: every command a person may give, from the tables. */
const commandRoutes: readonly CommandRoute[] = processTypes.flatMap((process) =>
  commandsForPeople(process).map(([command, row]) => {
    const begins = beginsFile(process, row)
    const collection = `${base}/${collections[process]}`
    return {
      process,
      command,
      row,
      begins,
      path: begins ? collection : `${collection}/{${keyNames[process]}}/${command}`,
    }
  }),
)

/** The query of every command. */
const CommandQuery = z.strictObject({
  preview: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'With `true` nothing is done: the answer says what would be.' }),
})

/** The routes of all commands. */
export const commandsOf = (deps: Deps): readonly Route[] =>
  commandRoutes.map(({ process, command, row, begins, ...place }) =>
    route(
      {
        ...place,
        method: 'post',
        id: `${process}.${command}`,
        tag: collections[process],
        summary: `${command}: by ${row.by.join(', ')}; from ${row.from.join(', ')}`,
        query: CommandQuery,
        body: row.input,
        repeatable: true,
        ...(!begins && { basis: row.replaces ? 'ifMatch' : 'stated' }),
        answers: answersOf(process, begins),
      },
      ({ query, ...asked }) =>
        give(deps, {
          ...asked,
          process,
          command,
          begins,
          replaces: row.replaces ?? false,
          preview: query.preview === 'true',
        }),
    ),
  )

function answersOf(process: ProcessType, begins: boolean): Contract['answers'] {
  const view = viewContracts[process]
  const received = { description: 'Received, and not decided yet: the receipt.', body: Receipt }
  if (!begins) {
    const body = z.union([view, Preview])
    return {
      200: { description: 'Done: the file as it is now. With `?preview=true`: what it would do.', body },
      202: received,
    }
  }
  return {
    200: { description: 'With `?preview=true`: what it would do.', body: Preview },
    201: { description: 'Done: the new file; `Location` says where it is.', body: view },
    202: received,
  }
}
