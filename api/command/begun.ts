import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import type { ProcessType } from '../../domain/catalogue.ts'
import { processOf } from '../../domain/processes.ts'
import { rowIdOf } from '../../store/inbox.ts'
import { nextNumbered, numberedFor } from '../../store/numbers.ts'
import type { Deps } from '../deps.ts'
import { beginnings } from './beginnings.ts'

/** A command that begins a file. */
interface Beginning {
  readonly process: ProcessType
  readonly command: string
  readonly body: unknown
  readonly actor: Actor
  readonly key: string | undefined
  readonly preview: boolean
}
/** The file it begins, and the key under which it is repeated. */
interface Begun {
  readonly stream: string
  readonly key: string | undefined
}

/**
 * The file that a command begins: named by what it holds, or by the next register number, which is given to the row of that key for ever.
 * A preview takes no number, nor does whoever may begin none: what they ask is judged under the number that comes next. Throws `command.invalid`.
 */
export async function begunBy({ store }: Deps, beginning: Beginning): Promise<Begun | undefined> {
  const { process: type, command, body, actor, key, preview } = beginning
  const by = beginnings[type]
  if (!by) return undefined
  if ('idOf' in by) return { stream: by.idOf(body), key }
  by.read(body)
  const numbering = { type, idOf: by.numberedAs }
  const next = await nextNumbered(store, numbering)
  const process = processOf(next)
  if (preview || !process.may(process.open(next), actor).includes(command)) return { stream: next, key }
  const own = key ?? randomUUID()
  return { stream: await numberedFor(store, { ...numbering, row: rowIdOf(type, actor.id, own) }), key: own }
}
