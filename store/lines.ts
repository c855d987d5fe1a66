import { agreement } from '../domain/agreement/process.ts'
import { admissionCycle } from '../domain/cycle/process.ts'
import { dated, soonestFirst, type DatedWait } from '../domain/dated-wait.ts'
import { dossier } from '../domain/dossier/process.ts'
import { labelFile } from '../domain/label/process.ts'
import { participation } from '../domain/participation/process.ts'
import { partnershipPlan } from '../domain/plan/process.ts'
import type { Rules } from '../domain/policy.ts'
import type { Process, Stored } from '../domain/process.ts'
import { processOf } from '../domain/processes.ts'
import type { Store } from './connect.ts'
import { listParts, type FilePart } from './file-pages.ts'
import { loadFile } from './files.ts'
import {
  pageOfAgreements,
  pageOfCycles,
  pageOfDossiers,
  pageOfLabels,
  pageOfParticipations,
  pageOfPlans,
  type PageAsked,
} from './typed.ts'

/** What a list shows of a file: some fields of its state, and what it waits for first. */
export interface Line<S, Id extends string = string> {
  readonly id: Id
  readonly state: S
  readonly next: DatedWait | undefined
}

const firstOf = (waits: readonly DatedWait[]): DatedWait | undefined => waits.toSorted(soonestFirst)[0]

/** What a file waits for by these rules. */
const waitsNow = (file: Stored, rules: Rules): readonly DatedWait[] =>
  processOf(file.id)
    .waits(file, rules)
    .map((wait) => dated(wait, rules.calendar))

/**
 * Reads pages of what lists show of the files of one process, by key: these fields alone, for a file may be long. What is waited for is
 * what was stored with it, unless by another policy than these rules'.
 */
const liner =
  <S, Id extends string, Field extends keyof S & string>(
    { type }: Process<S, Id>,
    pageOf: (store: Store, page: PageAsked) => Promise<readonly Stored<S, Id>[]>,
    fields: readonly Field[],
  ) =>
  (rules: Rules) =>
  async (store: Store, page: PageAsked): Promise<Line<Pick<S, Field>, Id>[]> => {
    if (page.asAt !== undefined)
      return (await pageOf(store, page)).map((file) => ({
        id: file.id,
        state: file.state,
        next: firstOf(waitsNow(file, rules)),
      }))
    const after = page.after && `${type}/${page.after}`
    const parts = await listParts(store, { ...page, type, after, fields })
    return Promise.all(
      parts.map(async (part) => {
        const line = { id: part._id, state: part.state, next: firstOf(await waitsOf(part, { store, rules })) }
        // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what was a part of a file is one again
        return line as Line<Pick<S, Field>, Id>
      }),
    )
  }

async function waitsOf(
  { _id, policy, waits }: FilePart,
  { store, rules }: { readonly store: Store; readonly rules: Rules },
): Promise<readonly DatedWait[]> {
  if (policy === rules.policy.version) return waits
  const filed = await loadFile(store, _id)
  return filed ? waitsNow(filed.file, rules) : []
}

/** Lines of plans. */
export const planLines = liner(partnershipPlan, pageOfPlans, ['partner', 'firstYear', 'status', 'version', 'pilot'])
/** Lines of files of labels. */
export const labelLines = liner(labelFile, pageOfLabels, ['label', 'name', 'firstYear', 'status', 'validity', 'scope'])
/** Lines of agreements. */
export const agreementLines = liner(agreement, pageOfAgreements, [
  'title',
  'kind',
  'status',
  'signedOn',
  'validity',
  'termination',
  'partners',
  'noticeMonths',
  'places',
])
/** Lines of cycles. */
export const cycleLines = liner(admissionCycle, pageOfCycles, ['firstYear', 'population', 'term', 'status'])
/** Lines of participations. */
export const participationLines = liner(participation, pageOfParticipations, [
  'cycle',
  'partner',
  'firstYear',
  'population',
  'term',
  'status',
  'closing',
])
/** Lines of dossiers. */
export const dossierLines = liner(dossier, pageOfDossiers, [
  'cycle',
  'partner',
  'firstYear',
  'population',
  'term',
  'wishes',
  'status',
  'closes',
  'pieces',
])

type LineOf<R extends (rules: Rules) => (store: Store, page: PageAsked) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<ReturnType<R>>
>[number]
export type LabelLine = LineOf<typeof labelLines>
export type AgreementLine = LineOf<typeof agreementLines>
export type CycleLine = LineOf<typeof cycleLines>
export type ParticipationLine = LineOf<typeof participationLines>
export type DossierLine = LineOf<typeof dossierLines>
