import { keyOf } from '../../domain/id.ts'

/**
 * The streams whose texts a file may quote: its own, and those of the approvals asked for it (an approval's id holds that
 * of its subject, with a dot for its slash). The same for each of these approvals.
 */
export const quotesOf =
  (id: string) =>
  (stream: string): boolean =>
    stream === id || keyOf(stream).startsWith(`${id.replace('/', '.')}.v`)
