import { Refusal } from './refusals.ts'

/** Numbers of entries of one file. */
interface Basis {
  /** Of the last that changed what the file says. */
  readonly edited: number
  /** Of the last there is. */
  readonly seq: number
  /** Of the last that whoever gives a command has read, where they say so. */
  readonly basedOn?: number | undefined
}

/**
 * Refuses a command that replaces what others have changed since its author read it, and one that is based on an entry which is not there, as
 * nobody has read that. Throws `command.overtaken` (ADR 43).
 */
export function assertCurrent({ edited, seq, basedOn }: Basis): void {
  if (basedOn !== undefined && (basedOn < edited || basedOn > seq)) throw new Refusal('command.overtaken', { edited })
}
