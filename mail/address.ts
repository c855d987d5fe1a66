// The form every browser accepts in an e-mail field (HTML standard): no display name, no quoted part, no list, ASCII only.
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const oneAddress = new RegExp(`^[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${label}(?:\\.${label})*$`)
const longestAddress = 254

/**
 * Whether a text is one plain mail address and nothing else, so that no header and no envelope can be widened by it.
 * `isOneAddress('a@b.example')` → `true`; `isOneAddress('a@b.example, c@d.example')` → `false`
 */
export const isOneAddress = (text: string): boolean => text.length <= longestAddress && oneAddress.test(text)

/** What stands behind the `@`. `domainOf('longitude@school.example')` → `'school.example'` */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
