/** Somebody whom a partner of a rehearsal means to nominate. */
export interface Nominee {
  /** By the id of the register. */
  readonly candidate: string
  /** The programmes that they wish, the most wanted first. */
  readonly wishes: readonly string[]
}
/** Whom each partner means to nominate, the most wanted first; nobody where it stands for none. */
export type NomineesOf = (partner: string) => readonly Nominee[]
