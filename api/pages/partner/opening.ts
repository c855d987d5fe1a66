import type { Request, Response } from 'express'
import type { Deps } from '../../deps.ts'
import { cameAt } from '../../http/arrival.ts'
import { readIn } from '../language.ts'
import { ClosedLink } from '../links/closed-link.ts'
import { isEntered, type LinkPlace } from '../links/link-code.ts'
import { backTo, placeUnder, tokenIn } from '../links/place.ts'
import { statusOf } from './closed.ts'
import { acts } from './form.ts'
import { readPartnerLink, type Closed, type Opened, type Reading } from './reading.ts'

/** A link on which nothing can be done now. */
export class LinkClosed extends ClosedLink<Closed, Reading> {
  constructor(closed: Closed, reading: Reading) {
    super(statusOf(closed), { closed, reading })
  }
}
/** A link on which something can be done, and who holds it. */
export type OpenReading = Reading & {
  readonly contact: NonNullable<Reading['contact']>
  readonly open: Extract<Opened, { is: 'open' }>
}

/**
 * Reads the link of a page on which something can be done, and notes who reads; `reconsiders`: whoever said that they nominate nobody may think
 * again by it; `afterClose`: also after the close, while applications can be withdrawn. Throws `link-unknown` (404), and `LinkClosed`.
 */
export async function opened(
  deps: Deps,
  req: Request,
  { reconsiders = false, afterClose = false } = {},
): Promise<OpenReading> {
  const reading = await readPartnerLink(deps, { token: tokenIn(req), at: cameAt(req, deps) })
  const { contact } = reading
  const thinksAgain = reconsiders && reading.opened.is === 'saidNone' && reading.opened.until !== undefined
  const withdraws = afterClose && reading.opened.is === 'over' && reading.opened.applications
  const now: Opened = thinksAgain
    ? { is: 'open', may: [acts.confirm] }
    : withdraws
      ? { is: 'open', may: [] }
      : reading.opened
  if (contact) readIn(req, contact.language)
  if (now.is !== 'open') throw new LinkClosed(now, reading)
  if (!contact) throw new LinkClosed({ is: 'replaced' }, reading)
  return { ...reading, contact, open: now }
}

/** The link of a page, as its cookies know it. */
export const placeOf = (req: Request): LinkPlace => placeUnder('/partner', req)
/** The address of a link's own page, whatever was asked for. */
export const pathOf = (req: Request): string => placeOf(req).path

/** The link of whoever entered its code; anybody else is led to where one is entered. */
export async function entered(
  deps: Deps,
  { req, res, afterClose = false }: { req: Request; res: Response; afterClose?: boolean },
): Promise<OpenReading | undefined> {
  const reading = await opened(deps, req, { afterClose })
  const place = placeOf(req)
  if (await isEntered(req, { deps, place })) return reading
  backTo(`${place.path}/code`, { req, res, to: 'nominations' })
  return undefined
}
