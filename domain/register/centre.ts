import type { CivilDate } from '../time.ts'

/** A research centre; who heads it are mandates of people. */
export interface Centre {
  readonly name: string
  /** Its last day, where it has one. */
  readonly closedOn?: CivilDate | undefined
}
