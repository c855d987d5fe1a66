import type { Request, RequestHandler } from 'express'
import type { Deps } from '../deps.ts'
import { Problem } from './problem.ts'

const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses what would change something and was set off by a page of another site, a sibling site included. A browser says so
 * itself (`Sec-Fetch-Site`, else `Origin`); a request with neither comes from no page, and passes.
 *
 * `tokenInAddress`: for pages that send no referrer, whose forms therefore name no origin in older browsers. There the
 * token in the address is what gives the right, and no other site knows it.
 */
export function sameOriginOnly(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  { tokenInAddress = false } = {},
): RequestHandler {
  const own = new URL(publicUrl).origin
  return (req, _res, next) => {
    if (!safeMethods.includes(req.method) && isForeign(req, { own, tokenInAddress })) throw new Problem(403, 'csrf')
    next()
  }
}

function isForeign(req: Request, { own, tokenInAddress }: { own: string; tokenInAddress: boolean }): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = req.get('origin')
  if (origin === undefined || origin === own) return false
  if (origin === 'null') return !tokenInAddress
  return !URL.canParse(origin) || new URL(origin).host !== req.get('host')
}
