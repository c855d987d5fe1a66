import { lookup as resolve, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

/** An address to which nothing is sent: it is not one of https on the open Internet. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  readonly code = 'ADDRESS_REFUSED'
}

/** How names are looked up: as `node:dns` does, unless a test says otherwise. */
export type Resolve = (
  name: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

const longest = 2000
const lowestOtherPort = 1024

/** Whether people reach the product on this machine alone, as in development: then webhooks may stay on it, and need no TLS. */
export function isAtHome(publicUrl: string): boolean {
  const host = hostOf(new URL(publicUrl))
  return host === 'localhost' || isLoopback(host)
}

/**
 * An address that something may be sent to: https, port 443 or one from 1024 on, neither user nor fragment, and a host that is no special
 * address in whatever writing; at home this machine too, also by http. A name is judged when it is looked up. Throws `AddressRefused`.
 */
export function assertSendable(address: string, { atHome }: { readonly atHome: boolean }): URL {
  if (address.length > longest || !URL.canParse(address)) throw new AddressRefused()
  const url = new URL(address)
  const host = hostOf(url)
  const stays = atHome && (isLoopback(host) || host === 'localhost')
  const port = url.port === '' ? undefined : Number(url.port)
  const isWellFormed =
    (url.protocol === 'https:' || (stays && url.protocol === 'http:')) &&
    url.username === '' &&
    url.password === '' &&
    !address.includes('#') &&
    (port === undefined || port === 443 || port >= lowestOtherPort)
  if (!isWellFormed || !(stays || isForeign(host))) throw new AddressRefused()
  return url
}

/** As it is connected to: without the brackets of IPv6, and without a dot at its end. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')

/** Names of one label, and those that are never of the Internet (RFC 6761, RFC 6762, RFC 8375, ICANN), lead nowhere outside. */
const isForeign = (host: string): boolean =>
  isIP(host) > 0
    ? isPublicAddress(host)
    : host.includes('.') && !/\.(?:localhost|local|internal|home\.arpa)$/.test(host)

/**
 * Looks a name up, once for its connection, and gives addresses of the open Internet only: where one of them is special, none. At home,
 * those of this machine as well. Fails with `AddressRefused`.
 */
export const guardedLookup =
  ({
    atHome,
    resolve: look = resolve,
  }: {
    readonly atHome: boolean
    readonly resolve?: Resolve | undefined
  }): LookupFunction =>
  (name, options, done) => {
    look(name, { all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const isFine = ({ address }: LookupAddress): boolean =>
        isPublicAddress(address) || (atHome && isLoopback(address))
      const [first] = addresses
      if (!first || !addresses.every(isFine)) return done(new AddressRefused(), [])
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
