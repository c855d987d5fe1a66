const digits = 5

/** What any wait of a whole agreement is about. */
export const aboutAgreement = 'agreement'

/** `agreement/00017`: a register number, five digits so that lists stand in its order; no year and no partner, which may change (ADR 50). Throws a `RangeError` from 100,000 on. */
export function agreementId(number: number): `agreement/${string}` {
  if (number >= 10 ** digits) throw new RangeError('no register number is left')
  return `agreement/${`${number}`.padStart(digits, '0')}`
}

/** What in an agreement is about a version of it. `aboutVersion(2)` → `'v2'` */
export const aboutVersion = (version: number): string => `v${version}`

/** What in an agreement is about one step of its renewal. `aboutMonths(12)` → `'m12'` */
export const aboutMonths = (months: number): string => `m${months}`
