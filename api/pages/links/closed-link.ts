import { Problem } from '../../http/problem.ts'

/** A link on which nothing can be done now: why, and what was read of it. */
export class ClosedLink<Closed, Reading> extends Problem {
  readonly closed: Closed
  readonly reading: Reading
  constructor(status: number, { closed, reading }: { readonly closed: Closed; readonly reading: Reading }) {
    super(status, 'link-expired')
    this.closed = closed
    this.reading = reading
  }
}
