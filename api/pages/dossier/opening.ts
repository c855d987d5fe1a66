import type { Request, Response } from 'express'
import type { Deps } from '../../deps.ts'
import { readIn } from '../language.ts'
import { ClosedLink } from '../links/closed-link.ts'
import { isEntered, type LinkPlace } from '../links/link-code.ts'
import { backTo, placeUnder, tokenIn } from '../links/place.ts'
import { statusOf } from './closed.ts'
import { readDossierLink, type Closed, type Opened, type Reading } from './reading.ts'

/** A link on which nothing can be done now. */
export class LinkClosed extends ClosedLink<Closed, Reading> {
  constructor(closed: Closed, reading: Reading) {
    super(statusOf(closed), { closed, reading })
  }
}
/** A link on which something can be done, and whose it is. */
export type OpenReading = Reading & {
  readonly candidate: NonNullable<Reading['candidate']>
  readonly open: Extract<Opened, { is: 'open' }>
}

/** Reads the link of a page on which something can be done, and notes who reads. Throws `link-unknown` (404), and `LinkClosed`. */
export async function opened(deps: Deps, req: Request): Promise<OpenReading> {
  const reading = await readDossierLink(deps, tokenIn(req))
  const { candidate, opened: now } = reading
  if (candidate) readIn(req, candidate.language)
  if (now.is !== 'open') throw new LinkClosed(now, reading)
  if (!candidate) throw new LinkClosed({ is: 'expired' }, reading)
  return { ...reading, candidate, open: now }
}

/** The same for whoever entered its code; anybody else is led to where one is entered. */
export async function entered(
  deps: Deps,
  { req, res }: { req: Request; res: Response },
): Promise<OpenReading | undefined> {
  const reading = await opened(deps, req)
  const place = placeOf(req)
  if (await isEntered(req, { deps, place })) return reading
  backTo(`${place.path}/code`, { req, res })
  return undefined
}

/** The link of a page, as its cookies know it. */
export const placeOf = (req: Request): LinkPlace => placeUnder('/dossier', req)
/** The address of a link's own page, whatever was asked for. */
export const pathOf = (req: Request): string => placeOf(req).path
