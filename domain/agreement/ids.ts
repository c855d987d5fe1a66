import { numberedId } from '../register-number.ts'

/** What any wait of a whole agreement is about. */
export const aboutAgreement = 'agreement'

/** `agreement/00017`: a register number (ADR 50). Throws a `RangeError` from 100,000 on. */
export const agreementId = (number: number): `agreement/${string}` => numberedId('agreement', number)

/** What in an agreement is about a version of it. `aboutVersion(2)` → `'v2'` */
export const aboutVersion = (version: number): string => `v${version}`

/** What in an agreement is about its transfer from a partner that merged. `aboutTransfer('usth')` → `'transfer:usth'` */
export const aboutTransfer = (partner: string): string => `transfer:${partner}`

/** What in an agreement is about one step of its renewal. `aboutMonths(12)` → `'m12'` */
export const aboutMonths = (months: number): string => `m${months}`
