import type { Request } from 'express'
import type { Deps } from '../../deps.ts'
import type { LinkPlace } from '../../link-code.ts'
import { Problem } from '../../problem.ts'
import { readIn } from '../language.ts'
import { placeUnder, tokenIn } from '../links/place.ts'
import { statusOf } from './closed.ts'
import { readPartnerLink, type Closed, type Opened, type Reading } from './reading.ts'

/** A link on which nothing can be done now. */
export class LinkClosed extends Problem {
  readonly closed: Closed
  readonly reading: Reading
  constructor(closed: Closed, reading: Reading) {
    super(statusOf(closed), 'link-expired')
    this.closed = closed
    this.reading = reading
  }
}
/** A link on which something can be done, and who holds it. */
export type OpenReading = Reading & {
  readonly contact: NonNullable<Reading['contact']>
  readonly open: Extract<Opened, { is: 'open' }>
}

/** Reads the link of a page on which something can be done, and notes who reads. Throws `link-unknown` (404), and `LinkClosed`. */
export async function opened(deps: Deps, req: Request): Promise<OpenReading> {
  const reading = await readPartnerLink(deps, tokenIn(req))
  const { contact, opened: now } = reading
  if (contact) readIn(req, contact.language)
  if (now.is !== 'open') throw new LinkClosed(now, reading)
  if (!contact) throw new LinkClosed({ is: 'replaced' }, reading)
  return { ...reading, contact, open: now }
}

/** The link of a page, as its cookies know it. */
export const placeOf = (req: Request): LinkPlace => placeUnder('/partner', req)
/** The address of a link's own page, whatever was asked for. */
export const pathOf = (req: Request): string => placeOf(req).path
