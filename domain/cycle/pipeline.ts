import { ascending } from '../ascending.ts'
import type { Cycle, Noted } from './cycle.ts'
import { notedIn, type NotedDossier } from './noted.ts'

/** Where the dossiers of a cycle stand, in the order of their road; then those that left it. */
export const pipelineSteps = ['expected', 'received', 'incomplete', 'complete', 'closed', 'withdrawn'] as const
export type PipelineStep = (typeof pipelineSteps)[number]

const stepOf: Readonly<Record<Noted['status'], PipelineStep>> = {
  nominated: 'expected',
  acknowledged: 'expected',
  inPreparation: 'expected',
  sent: 'received',
  incomplete: 'incomplete',
  complete: 'complete',
  closedIncomplete: 'closed',
  withdrawn: 'withdrawn',
}

/** The dossiers of a cycle by step, those first that have stood there longest; a step without any is left out. */
export const pipelineOf = (
  cycle: Pick<Cycle, 'noted' | 'dossiers'>,
): readonly { readonly step: PipelineStep; readonly dossiers: readonly NotedDossier[] }[] => {
  const all = notedIn(cycle)
  return pipelineSteps.flatMap((step) => {
    const own = all.filter(({ status }) => stepOf[status] === step)
    return own.length > 0 ? [{ step, dossiers: own.toSorted(ascending(({ since, dossier }) => since + dossier)) }] : []
  })
}
