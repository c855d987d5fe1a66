import type { Actor } from '../../domain/actor.ts'
import { keyOf } from '../../domain/id.ts'
import { mayReadPapers } from '../session/access.ts'

/**
 * The streams whose texts a file may quote: its own, and those of the approvals asked for it (an approval's id holds that
 * of its subject, with a dot for its slash). The same for each of these approvals.
 */
export const quotesOf =
  (id: string) =>
  (stream: string): boolean =>
    stream === id || keyOf(stream).startsWith(`${id.replace('/', '.')}.v`)

/** The same, for a reader: of a dossier nobody reads what was written whom its papers do not concern. */
export const quotesFor = (actor: Actor, id: string): ((stream: string) => boolean) =>
  mayReadPapers(actor, id) ? quotesOf(id) : () => false
