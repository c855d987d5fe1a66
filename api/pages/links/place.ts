import type { Request, Response } from 'express'
import { linkId } from '../../../store/links.ts'
import { chosenLanguage } from '../language.ts'
import type { LinkPlace } from './link-code.ts'

/** The token in the address. */
export const tokenIn = (req: Request): string => String(req.params['token'])

/** The link of a page, as its cookies know it; `under`: where the pages of its kind are, `'/partner'`. */
export const placeUnder = (under: string, req: Request): LinkPlace => ({
  link: linkId(tokenIn(req)),
  path: `${under}/${encodeURIComponent(tokenIn(req))}`,
})

/** The page by GET: it shows what was recorded, and loading it anew sends nothing twice; `to`: where a code leads. */
export function backTo(path: string, { req, res, to }: { req: Request; res: Response; to?: string | undefined }): void {
  const language = chosenLanguage(req)
  const query = new URLSearchParams({ ...(to !== undefined && { to }), ...(language && { lang: language }) })
  res.redirect(303, query.size > 0 ? `${path}?${query.toString()}` : path)
}
