import { catalogue, processTypes, type ProcessType } from '../catalogue.ts'
import type { CommandTable } from '../process.ts'

/** What others may hear of: what happens in processes that are about work. Correspondence is with people, and is nobody's business. */
const told: readonly ProcessType[] = processTypes.filter((type) => type !== 'correspondence')

const eventsOf = (type: ProcessType): readonly string[] => {
  const commands: CommandTable = catalogue[type]
  return [...new Set(Object.values(commands).flatMap(({ emits }) => emits))].map((event) => `${type}.${event}`)
}

/** What a webhook may ask for: a type of process, or one event of it. `'partnershipPlan'`, `'partnershipPlan.milestoneMoved'` */
export const webhookTypes: readonly string[] = told.flatMap((type) => [type, ...eventsOf(type)])

/** The type of process that a type of webhooks is about. `'partnershipPlan.milestoneMoved'` → `'partnershipPlan'` */
export const processOfType = (type: string): string => type.split('.', 1)[0] ?? type

/**
 * What an entry of the ledger is called, where one of these types covers it; nothing where none does, nor for what the machine itself
 * remembers. `['partnershipPlan']`, `{ stream: 'partnershipPlan/usth-2027', type: 'started' }` → `'partnershipPlan.started'`
 */
export function coveredBy(
  types: readonly string[],
  { stream, type }: { readonly stream: string; readonly type: string },
): string | undefined {
  const process = stream.slice(0, Math.max(stream.indexOf('/'), 0))
  const name = `${process}.${type}`
  return webhookTypes.includes(name) && (types.includes(process) || types.includes(name)) ? name : undefined
}
