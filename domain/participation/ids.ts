import { keyOf } from '../id.ts'

/** One for each partner that a cycle invites. `participationId('2028-engineer', 'usth')` → `'participation/2028-engineer.usth'` */
export const participationId = (cycle: string, partner: string): `participation/${string}` =>
  `participation/${cycle}.${partner}`

/** The partner that an id speaks of. `'participation/2028-engineer.usth'` → `'usth'` */
export const partnerIn = (id: string): string => id.slice(id.indexOf('.') + 1)

/** The key of the cycle that an id speaks of. `'participation/2028-engineer.usth'` → `'2028-engineer'` */
export const cycleIn = (id: string): string => keyOf(id).split('.', 1)[0] ?? ''

/** What holds off a second nomination of a candidate in a cycle (S18). `candidateClaim('2028-engineer', 'c1')` → `'2028-engineer/candidate/c1'` */
export const candidateClaim = (cycle: string, candidate: string): string => `${cycle}/candidate/${candidate}`

/** A file speaks of the nominations of one partner: what any of its waits is about. */
export const aboutNominations = 'nominations'
