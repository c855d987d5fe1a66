import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../domain/actor.ts'
import { catalogue, type ProcessType } from '../../domain/catalogue.ts'
import type { CommandRow, CommandTable } from '../../domain/process.ts'
import { typeOf } from '../../domain/processes.ts'
import type { Row } from '../../store/inbox.ts'
import type { KeptText } from '../../store/texts.ts'
import { parse } from '../contracts/parse.ts'
import { Problem } from '../http/problem.ts'
import { beginnings } from './beginnings.ts'
import { withoutTexts } from './kept-texts.ts'

/** A command as it will be judged: read with its contract, its free texts replaced by references. */
export interface Order {
  readonly stream: string
  readonly command: string
  readonly actor: Actor
  readonly input: unknown
  readonly texts: readonly KeptText[]
}
export interface Asking {
  readonly stream: string
  readonly command: string
  readonly actor: Actor
  readonly body: unknown
}

/** The row of the command table. Throws `not-found` for a command that this process does not have. */
function rowOf(stream: string, command: string): CommandRow {
  const table: CommandTable = catalogue[typeOf(stream)]
  const row = Object.hasOwn(table, command) ? table[command] : undefined
  if (!row) throw new Problem(404, 'not-found')
  return row
}

/** Whether a command begins a file whose key is made from what it holds; a mailbox is there for whoever is in the register. */
export const beginsFile = (type: ProcessType, { from }: Pick<CommandRow, 'from'>): boolean =>
  from.includes('none') && type in beginnings

/** Whether a command begins a file. */
export const begins = ({ stream, command }: Pick<Asking, 'stream' | 'command'>): boolean =>
  beginsFile(typeOf(stream), rowOf(stream, command))

/** Whether a command may be the first of a mailbox. */
export const startsMailbox = ({ stream, command }: Pick<Asking, 'stream' | 'command'>): boolean => {
  const row = rowOf(stream, command)
  return row.from.includes('none') && !beginsFile(typeOf(stream), row)
}

/** Reads a body with the command's own contract and takes its free texts out. Throws `command.invalid`. */
export function orderOf({ stream, command, actor, body }: Asking, secret: string): Order {
  const contract = rowOf(stream, command).input
  const value = parse(contract, { value: body, or: 'command.invalid' })
  return { stream, command, actor, ...withoutTexts(contract, { value, stream, author: actor.id, secret }) }
}

/** A key stands for one command and one body for ever. Throws `key-reused`. */
export function assertSame(row: Pick<Row, 'command' | 'input'>, order: Order): void {
  if (row.command !== order.command || !isDeepStrictEqual(row.input, order.input)) throw new Problem(422, 'key-reused')
}
