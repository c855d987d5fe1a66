/**
 * A name or title as one line without control or direction characters: it can neither break a line of a mail, nor
 * turn the text around it. `plain('a\r\nb')` → `'a b'`
 */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** An address of ours for a link. Throws `TypeError` for anything but http and https. */
export function link(url: string): string {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new TypeError('a link in a mail starts with https:// or http://')
  return href
}
