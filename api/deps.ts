import type { Logger } from 'pino'
import type { Check } from '../documents/check.ts'
import type { Shelf } from '../documents/shelf.ts'
import type { Language } from '../domain/language.ts'
import type { Rules } from '../domain/policy.ts'
import type { Instant } from '../domain/time.ts'
import type { Answered } from '../metrics/requests.ts'
import type { SchoolPolicy } from '../policy/load.ts'
import type { Store } from '../store/connect.ts'
import type { Ahead } from '../store/inbox.ts'
import type { Gateway } from './gateway.ts'
import type { Patience } from './http/patience.ts'

/** The named moments of a command on its way through the API; a test's port may end the process at one of them. */
export const commandPoints = ['rowWritten', 'updateSent', 'answered'] as const
/** Those, the moment at which an edit of the register is written and does not hold yet, that at which whoever is imported is registered, and that at which somebody is erased whose documents are there still. */
export type ApiPoint = (typeof commandPoints)[number] | 'registerWritten' | 'registered' | 'erased'

/** A mail that goes at once, past the digests: only sign-in links and codes do, and the word that they go elsewhere from now on. */
export interface DirectMail {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: Language
}

/** Where uploaded documents lie, what says whether one may be taken in, and how large it may be. */
export interface Documents {
  readonly shelf: Shelf
  readonly check: Check
  readonly mostBytes: number
}

/** Everything the API needs of the world, handed in by `api/main.ts` and by tests. */
export interface Deps {
  readonly store: Store
  readonly rules: Rules
  readonly school: SchoolPolicy
  readonly gateway: Gateway
  readonly documents: Documents
  /** The installation's secret, as hex: signs sessions and keys the references of texts. */
  readonly secret: string
  /** Where people reach the product, without a slash at the end. */
  readonly publicUrl: string
  readonly log: Logger
  readonly patience: Patience
  /** How many requests each person has in a minute. */
  readonly requestsPerMinute: number
  /** How many requests of each person are taken at a time: the others wait for their turn. */
  readonly requestsAtOnce: number
  /** How many proxies stand before us, whose word on who asks is taken; none is when there is none. */
  readonly trustedProxies: number
  sendMail(mail: DirectMail): Promise<void>
  /** The moment it is; a test may say another. */
  now(): Instant
  /** When a row counts as received; undefined, as in production, is the database's own time. */
  receivedAt(): Instant | Ahead | undefined
  reached(point: ApiPoint): void
  /** Told of every request once it is answered. */
  measured(answered: Answered): void
}
