/** The named moments of a step, a hand-over and a mail; a test's port may end the process at one of them. */
export const points = [
  'loaded',
  'decided',
  'written',
  'committed',
  'answered',
  'rung',
  'mailOffered',
  'mailAccepted',
] as const
export type Point = (typeof points)[number]

/** Told each time a point is passed; in production it does nothing. */
export type Reached = (point: Point) => void
