import { agreementCommands } from './agreement/commands.ts'
import { approvalCommands } from './approval/commands.ts'
import { correspondenceCommands } from './correspondence/commands.ts'
import { cycleCommands } from './cycle/commands.ts'
import { dossierCommands } from './dossier/commands.ts'
import { labelCommands } from './label/commands.ts'
import { participationCommands } from './participation/commands.ts'
import { planCommands } from './plan/commands.ts'
import type { CommandOf, CommandRow, Tell } from './process.ts'

/** Every command of every process: tables only, no rule. Routes, contracts, access and tells derive from it. */
export const catalogue = {
  partnershipPlan: planCommands,
  centreApproval: approvalCommands,
  correspondence: correspondenceCommands,
  labelFile: labelCommands,
  agreement: agreementCommands,
  admissionCycle: cycleCommands,
  participation: participationCommands,
  dossier: dossierCommands,
} as const
export type ProcessType = keyof typeof catalogue

/** Whether a text is the type of a process. */
export const isProcessType = (text: string): text is ProcessType => Object.hasOwn(catalogue, text)

/** Every type of process, in the order of the catalogue. */
export const processTypes: readonly ProcessType[] = Object.keys(catalogue).filter(isProcessType)

// Parts that no person ever plays.
const machines = ['clock', 'process', 'mailer', 'register', 'subject', 'approval']

/** The commands of a process that some person may give, by name: what machines alone may ask has no address in the API. */
export const commandsForPeople = (type: ProcessType): readonly (readonly [name: string, row: CommandRow])[] =>
  Object.entries<CommandRow>(catalogue[type]).filter(([, { by }]) => by.some((part) => !machines.includes(part)))

export type CommandTo<T extends ProcessType> = CommandOf<(typeof catalogue)[T]>

/** A command for another process; a name or an input that process does not know fails to compile. */
export const tell = <T extends ProcessType>(to: `${T}/${string}`, command: CommandTo<T>): Tell => ({
  to,
  type: command.type,
  input: command.input,
})
