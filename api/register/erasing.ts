import type { Dossier } from '../../domain/dossier/dossier.ts'
import { retentionEndsOn } from '../../domain/dossier/retention.ts'
import { keyOf } from '../../domain/id.ts'
import { mandatesOn } from '../../domain/mandates.ts'
import { erasedCandidate, type ErasureGround } from '../../domain/register/candidate.ts'
import { candidateStream } from '../../domain/register/personal.ts'
import { Refusal } from '../../domain/refusals.ts'
import { eraseReached, forgetGivenUp } from '../../store/erasing/erase.ts'
import { eraseContact } from '../../store/erasing/contact.ts'
import { asksToForget, eraseParty } from '../../store/erasing/party.ts'
import { reachOf, type DossierFile, type Reach } from '../../store/erasing/reach.ts'
import { recordsOfPerson } from '../../store/register/candidates.ts'
import type { Ask, Decision } from '../../store/register/edit.ts'
import { candidateKind, type Within } from '../../store/register/kinds.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import { present, type Amendment } from './amend.ts'
import type { Scene } from './scene.ts'

/** A record, and where something of it is held. */
interface Of {
  readonly candidate: string
  readonly reach: Reach
}

/** Whether someone may erase people: data protection, and the head of office where nobody holds it. */
export const mayErase = ({ has, roster, on, actor }: Pick<Scene, 'has' | 'roster' | 'on' | 'actor'>): boolean =>
  has('erasePeople') ||
  (actor.standings.some(({ party }) => party === 'role:headOfOffice') &&
    !roster.some((person) => mandatesOn(person, on).some(({ role }) => role === 'dataProtection')))

/** The edit that erases a candidate with every record and all that is held of them, in one transaction. Throws `register.dossiers-open` and `register.appeal-open`. */
export function erasureOf(
  scene: Scene,
  { id, ground }: { id: string; ground: ErasureGround },
): Amendment<CandidateDoc> {
  const { store, on, deps } = scene
  // Each time it is tried: the records of the person, then what is held of each as the transaction that writes it sees it.
  let records: readonly string[] = []
  let reached: readonly Of[] = []
  const reachedBy = async (within: Within): Promise<readonly Of[]> => {
    const all: Of[] = []
    for (const candidate of records) all.push({ candidate, reach: await reachOf(store, candidate, within) })
    assertOver(
      all.flatMap(({ reach }) => reach.dossiers),
      scene,
    )
    return all
  }
  const erased = (record: string, before: CandidateDoc | undefined): Decision<CandidateDoc> | undefined =>
    present(before).erasedOn
      ? undefined
      : { act: 'Erased', change: erasedCandidate(record, on), notes: { ground }, erases: [candidateStream(record)] }
  return {
    kind: candidateKind,
    id,
    decide: (before) => erased(id, before),
    // One person, whoever gave the records of them (ADR 62).
    with: async () => {
      records = await recordsOfPerson(store, id)
      return records
        .filter((other) => other !== id)
        .map((other) => ({ id: other, decide: (before) => erased(other, before) }))
    },
    asks: async (within) => {
      reached = await reachedBy(within)
      const told = reached.flatMap(({ reach: { dossiers } }) => dossiers)
      const asked: Ask[] = told.map(({ id: stream }) => ({ stream, command: 'noteErased', input: {} }))
      for (const { candidate: party } of reached) asked.push(...(await asksToForget(store, { party, within })))
      return asked
    },
    writes: async (within) => {
      for (const one of reached) await eraseReached(store, { ...one, within })
    },
    done: () => deps.reached('erased'),
  }
}

/** What erasing anybody else does beside the register: their correspondence forgets, and what lies outside of it goes with them. */
export const besideOf = (
  { store }: Pick<Scene, 'store'>,
  { party, partner }: { readonly party: string; readonly partner?: string },
): Required<Pick<Amendment<never>, 'asks' | 'writes'>> => ({
  asks: (within) => asksToForget(store, { party, within }),
  writes: (within) =>
    partner === undefined ? eraseParty(store, { party, within }) : eraseContact(store, { party, partner, within }),
})

/** Takes off the shelf what was given up; what this cannot do now is done within a minute. */
export const emptied = ({ store, deps: { documents } }: Scene): Promise<number> =>
  forgetGivenUp(store, (document) => documents.shelf.remove(document))

/** Throws where something of theirs is not over. */
function assertOver(dossiers: readonly DossierFile[], scene: Scene): void {
  const named = (some: readonly DossierFile[]): { dossiers: readonly string[] } => ({
    dossiers: some.map((file) => keyOf(file.id)),
  })
  const open = dossiers.filter(({ state }) => !isOver(state, scene))
  if (open.length > 0) throw new Refusal('register.dossiers-open', named(open))
  const appealed = dossiers.filter(({ state }) => state.appeal !== undefined)
  if (appealed.length > 0) throw new Refusal('register.appeal-open', named(appealed))
}

/** Closed or withdrawn; or its time has passed: until then something is to be decided of it. */
function isOver(state: Dossier, { policy, calendar, on }: Scene): boolean {
  if (state.status === 'closedIncomplete' || state.status === 'withdrawn') return true
  const endsOn = retentionEndsOn(state, { policy, calendar })
  return endsOn !== undefined && endsOn <= on
}
