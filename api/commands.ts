import { z } from 'zod'
import { catalogue, type ProcessType } from '../domain/catalogue.ts'
import { planId } from '../domain/plan/parts.ts'
import { planCommands } from '../domain/plan/commands.ts'
import type { CommandRow, CommandTable } from '../domain/process.ts'
import { base, collections, hrefOf, keyOf } from './address.ts'
import { Preview } from './contracts/preview.ts'
import { Receipt } from './contracts/receipt.ts'
import { parse } from './contracts/parse.ts'
import type { Deps } from './deps.ts'
import { idempotencyKeyOf, jsonBodyOf } from './request.ts'
import { patienceOf, takeTime } from './patience.ts'
import { route, type Asked, type Reply, type Route } from './route.ts'
import { submit } from './submit.ts'
import { viewContracts, viewOf } from './views/views.ts'

/** A command that people give, with its place in the API. */
export interface CommandRoute {
  readonly path: string
  readonly process: ProcessType
  readonly command: string
  readonly row: CommandRow
  /** Begins a file, whose key is made from what it holds. */
  readonly begins: boolean
}

// What no person ever is: a command that only these may give has no address.
const machines = ['clock', 'process', 'mailer', 'subject', 'approval']
const types: readonly ProcessType[] = ['partnershipPlan', 'centreApproval', 'correspondence']
const tables: Readonly<Record<ProcessType, CommandTable>> = catalogue

/** Which part of an address names the file. */
export const keyNames = { partnershipPlan: 'key', centreApproval: 'key', correspondence: 'party' } as const satisfies Record<ProcessType, string>

/** `POST /api/v1/plans/{key}/moveMilestone` and its like: every command a person may give, from the tables. */
export const commandRoutes: readonly CommandRoute[] = types.flatMap((process) =>
  Object.entries(tables[process])
    .filter(([, { by }]) => by.some((part) => !machines.includes(part)))
    .map(([command, row]) => {
      const begins = row.from.includes('none')
      const collection = `${base}/${collections[process]}`
      return { process, command, row, begins, path: begins ? collection : `${collection}/{${keyNames[process]}}/${command}` }
    }),
)

/** The names of the commands that people give, as buttons may show them. */
export const namesFor = (process: ProcessType): readonly string[] =>
  commandRoutes.filter((one) => one.process === process).map(({ command }) => command)

const CommandQuery = z.strictObject({
  preview: z.enum(['true', 'false']).optional().meta({ description: 'With `true` nothing is done: the answer says what would be.' }),
})

/** The routes of all commands. */
export const commandsOf = (deps: Deps): readonly Route[] =>
  commandRoutes.map(({ path, process, command, row, begins }) =>
    route(
      {
        method: 'post', path, id: `${process}.${command}`, tag: collections[process], summary: `${command}: by ${row.by.join(', ')}; from ${row.from.join(', ')}`,
        query: CommandQuery, body: row.input, repeatable: true,
        answers: {
          200: { description: begins ? 'With `?preview=true`: what it would do.' : 'Done: the file as it is now. With `?preview=true`: what it would do.', body: begins ? Preview : z.union([viewContracts[process], Preview]) },
          ...(begins && { 201: { description: 'Done: the new file; `Location` says where it is.', body: viewContracts[process] } }),
          202: { description: 'Received, and not decided yet: the receipt.', body: Receipt },
        },
      },
      async (asked) => {
        const body = jsonBodyOf(asked.req)
        const stream = begins ? streamFor(process, body) : `${process}/${asked.key}`
        return give(deps, { asked, stream, command, body, begins })
      },
    ),
  )

/** The file that a beginning command begins: its key is made in `domain/` from what it holds. */
function streamFor(process: ProcessType, body: unknown): string {
  const { partner, firstYear } = parse(planCommands.draft.input, { value: body, or: 'command.invalid' })
  if (process !== 'partnershipPlan') throw new Error(`${process} is begun by no person`)
  return planId(partner, firstYear)
}

interface Giving {
  readonly asked: Asked<z.output<typeof CommandQuery>>
  readonly stream: string
  readonly command: string
  readonly body: unknown
  readonly begins: boolean
}

async function give(deps: Deps, { asked: { caller, language, query, req }, stream, command, body, begins }: Giving): Promise<Reply> {
  const submitted = await submit(deps, {
    actor: caller.actor, stream, command, body, language, key: idempotencyKeyOf(req), preview: query.preview === 'true', until: patienceOf(req),
  })
  takeTime(req)
  if (submitted.kind === 'preview') return { body: submitted.preview }
  deps.reached('answered')
  if (submitted.kind === 'received') return { status: 202, headers: { Location: submitted.receipt.href }, body: submitted.receipt }
  const view = await viewOf(deps, { caller, language, id: stream })
  const body201 = view ?? { key: keyOf(stream), seq: submitted.seq }
  return begins ? { status: 201, headers: { Location: hrefOf(stream) }, body: body201 } : { body: body201 }
}
