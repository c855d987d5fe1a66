import type { CookieOptions, Request } from 'express'
import { isSecure } from '../address.ts'
import type { Deps } from '../deps.ts'

/** The name of a cookie of ours: where people come by https, no other host and no plain connection can set it. */
export const cookieName = (name: string, deps: Pick<Deps, 'publicUrl'>): string =>
  isSecure(deps) ? `__Host-${name}` : name

/** What every cookie of ours is. `lax`, not `strict`: a link in a webmail is a visit from another site. */
export const cookieOptions = (deps: Pick<Deps, 'publicUrl'>): CookieOptions & { secure: boolean } => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isSecure(deps),
})

/** The name of a cookie that is for the pages of one link: a name with `__Host-` would be for every page of ours. */
export const linkCookieName = (name: string, deps: Pick<Deps, 'publicUrl'>): string =>
  isSecure(deps) ? `__Secure-${name}` : name

/** What a cookie of one link is: sent to its pages alone, and with no visit from another site. */
export const linkCookieOptions = (
  deps: Pick<Deps, 'publicUrl'>,
  path: string,
): CookieOptions & { secure: boolean } => ({ ...cookieOptions(deps), sameSite: 'strict', path })

/** One cookie of a request, for values that need no decoding. */
export function cookieOf(req: Request, name: string): string | undefined {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
