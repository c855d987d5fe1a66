import { isDeepStrictEqual } from 'node:util'
import { catalogue } from '../domain/catalogue.ts'
import type { Actor, CommandRow, CommandTable } from '../domain/process.ts'
import { typeOf } from '../domain/processes.ts'
import type { Row } from '../store/inbox.ts'
import { textRefOf } from '../store/texts.ts'
import { parse } from './contracts/parse.ts'
import { replaceFreeTexts } from './free-text.ts'
import { Problem } from './problem.ts'

/** A text to keep, with the reference that stands for it. */
export interface KeptText {
  readonly ref: string
  readonly text: string
  readonly stream: string
  readonly author: string
}
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

/** Whether a command begins a file. */
export const begins = ({ stream, command }: Pick<Asking, 'stream' | 'command'>): boolean =>
  rowOf(stream, command).from.includes('none')

/** Reads a body with the command's own contract and takes its free texts out. Throws `command.invalid`. */
export function orderOf({ stream, command, actor, body }: Asking, secret: string): Order {
  const contract = rowOf(stream, command).input
  const texts = new Map<string, KeptText>()
  const replace = (text: string): string => {
    const kept = { text, stream, author: actor.id }
    const ref = textRefOf(secret, kept)
    texts.set(ref, { ref, ...kept })
    return ref
  }
  const input = replaceFreeTexts(contract, {
    input: parse(contract, { value: body ?? {}, or: 'command.invalid' }),
    replace,
  })
  return { stream, command, actor, input: plain(input), texts: [...texts.values()] }
}

/** Without what JSON does not keep, as it will be stored. */
const plain = (input: unknown): unknown => JSON.parse(JSON.stringify(input))

/** A key stands for one command and one body for ever. Throws `key-reused`. */
export function assertSame(row: Pick<Row, 'command' | 'input'>, order: Order): void {
  if (row.command !== order.command || !isDeepStrictEqual(row.input, order.input)) throw new Problem(422, 'key-reused')
}
