import { approvalCommands } from './approval/commands.ts'
import { correspondenceCommands } from './correspondence/commands.ts'
import { labelCommands } from './label/commands.ts'
import { planCommands } from './plan/commands.ts'
import type { CommandOf, Tell } from './process.ts'

/** Every command of every process: tables only, no rule. Routes, contracts, access and tells derive from it. */
export const catalogue = {
  partnershipPlan: planCommands,
  centreApproval: approvalCommands,
  correspondence: correspondenceCommands,
  labelFile: labelCommands,
} as const
export type ProcessType = keyof typeof catalogue
export type CommandTo<T extends ProcessType> = CommandOf<(typeof catalogue)[T]>

/** A command for another process; a name or an input that process does not know fails to compile. */
export const tell = <T extends ProcessType>(to: `${T}/${string}`, command: CommandTo<T>): Tell => ({
  to,
  type: command.type,
  input: command.input,
})
