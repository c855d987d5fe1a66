import { createHmac, timingSafeEqual } from 'node:crypto'

const prefix = 'bounce+'
// 65 bits in an alphabet that survives a server which changes letters: nobody guesses one over a network.
const tagLength = 13
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
// What RFC 5321 lets stand before the @.
const longestLocalPart = 64

/** The sender of a digest's envelope, to which delivery reports come back. */
export interface BounceKey {
  /** The installation's secret. */
  readonly secret: string
  readonly domain: string
}

/**
 * Where a digest's delivery report goes: the digest's id with a tag that only this installation can make, so that nobody
 * can report a mail that was not returned. Nothing for an id that leaves no room for the tag.
 * `bounceAddress('usth-c1.12', key)` → `'bounce+usth-c1.12.k3j2x7qmz4abc@school.example'`
 */
export function bounceAddress(digest: string, { secret, domain }: BounceKey): string | undefined {
  const local = `${prefix}${digest}.${tagOf(digest, secret)}`
  return local.length <= longestLocalPart ? `${local}@${domain}` : undefined
}

/** The digest that a report's address stands for; nothing for an address that is none of ours. */
export function digestOfBounce(address: string, { secret, domain }: BounceKey): string | undefined {
  const [local = '', host = '', more] = address.toLowerCase().split('@')
  if (more !== undefined || host !== domain.toLowerCase() || !local.startsWith(prefix)) return undefined
  const cut = local.lastIndexOf('.')
  const [digest, tag] = [local.slice(prefix.length, cut), local.slice(cut + 1)]
  return digest && same(tag, tagOf(digest, secret)) ? digest : undefined
}

const tagOf = (digest: string, secret: string): string =>
  [...createHmac('sha256', secret).update(`bounce ${digest}`).digest().subarray(0, tagLength)]
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
