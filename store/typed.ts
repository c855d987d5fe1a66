import { agreement } from '../domain/agreement/process.ts'
import { centreApproval } from '../domain/approval/process.ts'
import { correspondence } from '../domain/correspondence/process.ts'
import { admissionCycle } from '../domain/cycle/process.ts'
import { dossier } from '../domain/dossier/process.ts'
import { labelFile } from '../domain/label/process.ts'
import { participation } from '../domain/participation/process.ts'
import { partnershipPlan } from '../domain/plan/process.ts'
import type { Process, Stored } from '../domain/process.ts'
import type { Instant } from '../domain/time.ts'
import type { Store } from './connect.ts'
import { listFiles, type Only } from './file-pages.ts'
import { allFiles, loadFile, storedOf } from './files.ts'
import { entriesOf, readUntil } from './ledger.ts'
import type { Within } from './register/kinds.ts'

/** Reads a file of one process, with the type of its state. */
const reader =
  <S, Id extends string>({ owns }: Process<S, Id>) =>
  async (store: Store, id: string, within: Within = {}): Promise<Stored<S, Id> | undefined> => {
    const filed = await loadFile(store, id, within)
    return filed && owns(filed.file) ? filed.file : undefined
  }

/** Files as they were known at a moment; those that had no entry then are left out. */
export async function asKnown<S, Id extends string>(
  store: Store,
  { files, fold, asAt }: { files: readonly Stored<S, Id>[]; fold: Process<S, Id>['fold']; asAt: Instant },
): Promise<Stored<S, Id>[]> {
  const ids = files.map(({ id }) => id)
  const entries = await readUntil(store, ids, asAt)
  return ids.flatMap((id) => {
    const until = entries.get(id)
    return until ? [fold(id, entriesOf(until))] : []
  })
}

/** Reads every file of one process, or those that concern any of these parties, by id. */
const lister =
  <S, Id extends string>({ type, owns }: Process<S, Id>) =>
  async (store: Store, parties?: readonly string[]): Promise<Stored<S, Id>[]> =>
    (await allFiles(store, { type, parties })).map(storedOf).filter((file) => owns(file))

/** What a page shows: files that concern any of these parties, at most so many, after a key. */
export interface PageAsked {
  readonly parties: readonly string[]
  readonly limit: number
  readonly after?: string | undefined
  /** As they were known at that moment: those that there were. */
  readonly asAt?: Instant | undefined
  /** Those alone of which the state says that. */
  readonly only?: Only | undefined
}

/** Whether a state says that much. */
const says = (state: unknown, only: Only = {}): boolean =>
  Object.entries(only).every(([field, value]) => {
    const said: unknown = Object.entries(state ?? {}).find(([name]) => name === field)?.[1]
    return Array.isArray(said) ? said.includes(value) : said === value
  })

/** Reads one page of the files of one process, by key. */
const pager =
  <S, Id extends string>({ type, owns, fold }: Process<S, Id>) =>
  async (store: Store, { parties, limit, after, asAt, only }: PageAsked): Promise<Stored<S, Id>[]> => {
    const listed = async (behind?: string, narrowed?: Only): Promise<Stored<S, Id>[]> =>
      (await listFiles(store, { type, parties, limit, after: behind, only: narrowed }))
        .map(storedOf)
        .filter((file) => owns(file))
    const first = after && `${type}/${after}`
    if (asAt === undefined) return listed(first, only)
    // What a file says now is not what it said then.
    const then = async (files: readonly Stored<S, Id>[]): Promise<Stored<S, Id>[]> =>
      (await asKnown(store, { files, fold, asAt })).filter(({ state }) => says(state, only))
    let files = await listed(first)
    const known = await then(files)
    // Files of later days stand between those of then: a page is filled from behind them.
    while (known.length < limit && files.length === limit) {
      files = await listed(files.at(-1)?.id)
      known.push(...(await then(files)))
    }
    return known.slice(0, limit)
  }

/** A plan as stored. */
export const loadPlan = reader(partnershipPlan)
/** All plans, or those that concern any of these parties. */
export const listPlans = lister(partnershipPlan)
/** An approval as stored. */
export const loadApproval = reader(centreApproval)
/** A party's correspondence as stored. */
export const loadCorrespondence = reader(correspondence)
/** A label's file as stored. */
export const loadLabel = reader(labelFile)
/** All files of labels, or those that concern any of these parties. */
export const listLabels = lister(labelFile)
/** An agreement as stored. */
export const loadAgreement = reader(agreement)
/** All agreements, or those that concern any of these parties. */
export const listAgreements = lister(agreement)
/** The agreements with any of these partners, or all. */
export const agreementsWith = async (
  store: Store,
  partners?: readonly string[],
  within: Within = {},
): ReturnType<typeof listAgreements> =>
  (await allFiles(store, { type: agreement.type, partners, within }))
    .map(storedOf)
    .filter((file) => agreement.owns(file))
/** A cycle as stored. */
export const loadCycle = reader(admissionCycle)
/** A participation as stored. */
export const loadParticipation = reader(participation)
/** A dossier as stored. */
export const loadDossier = reader(dossier)
/** Pages of plans. */
export const pageOfPlans = pager(partnershipPlan)
/** Pages of approvals. */
export const pageOfApprovals = pager(centreApproval)
/** Pages of everyone's correspondence. */
export const pageOfCorrespondence = pager(correspondence)
/** Pages of files of labels. */
export const pageOfLabels = pager(labelFile)
/** Pages of agreements. */
export const pageOfAgreements = pager(agreement)
/** Pages of cycles. */
export const pageOfCycles = pager(admissionCycle)
/** Pages of participations. */
export const pageOfParticipations = pager(participation)
/** Pages of dossiers. */
export const pageOfDossiers = pager(dossier)
