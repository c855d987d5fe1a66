import { agreement } from './agreement/process.ts'
import { centreApproval } from './approval/process.ts'
import { isProcessType, type ProcessType } from './catalogue.ts'
import { correspondence } from './correspondence/process.ts'
import { admissionCycle } from './cycle/process.ts'
import { dossier } from './dossier/process.ts'
import { labelFile } from './label/process.ts'
import { participation } from './participation/process.ts'
import { partnershipPlan } from './plan/process.ts'
import type { Process } from './process.ts'
import { Refusal } from './refusals.ts'

const processes: Readonly<Record<ProcessType, Process>> = {
  partnershipPlan,
  centreApproval,
  correspondence,
  labelFile,
  agreement,
  admissionCycle,
  participation,
  dossier,
}

/** The type of an id, its part before the slash. Throws `process.unknown` for anything else. */
export function typeOf(id: string): ProcessType {
  const type = id.slice(0, Math.max(id.indexOf('/'), 0))
  if (!isProcessType(type)) throw new Refusal('process.unknown', { id })
  return type
}

/** The process an id belongs to: ids are `{type}/{key}`. Throws `process.unknown` for a type that does not exist. */
export const processOf = (id: string): Process => processes[typeOf(id)]
