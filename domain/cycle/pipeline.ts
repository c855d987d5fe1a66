import { ascending } from '../ascending.ts'
import type { Cycle, Noted } from './cycle.ts'

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

/** A dossier in the pipeline, by its register number. */
export type InPipeline = Noted & { readonly dossier: string }

/** The dossiers of a cycle by step, those first that have stood there longest; a step without any is left out. */
export const pipelineOf = ({
  dossiers,
}: Pick<Cycle, 'dossiers'>): readonly { readonly step: PipelineStep; readonly dossiers: readonly InPipeline[] }[] => {
  const all = Object.entries(dossiers).map(([dossier, noted]) => ({ dossier, ...noted }))
  return pipelineSteps.flatMap((step) => {
    const own = all.filter(({ status }) => stepOf[status] === step)
    return own.length > 0 ? [{ step, dossiers: own.toSorted(ascending(({ since, dossier }) => since + dossier)) }] : []
  })
}
