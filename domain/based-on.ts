import { Refusal } from './refusals.ts'

/**
 * Refuses a command that replaces what others have changed since its author read it. `edited` and `basedOn` are numbers of ledger entries:
 * the last that changed what the file says, and the last the author had read. Throws `command.overtaken`.
 */
export function assertCurrent({ edited, basedOn }: { edited: number; basedOn?: number | undefined }): void {
  if (basedOn !== undefined && edited > basedOn) throw new Refusal('command.overtaken', { edited })
}
