import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { isHeld, recognisedBy, type Candidate } from '../../domain/register/candidate.ts'
import { correctedIdentity, isStill, staysRecognised } from '../../domain/register/given.ts'
import { standing, standingOne } from '../../domain/participation/nominations/nomination.ts'
import { Refusal } from '../../domain/refusals.ts'
import { contended } from '../../store/contended.ts'
import { isDossierSent } from '../../store/nomination-dossier.ts'
import { personAsks } from '../../store/persons-to-settle.ts'
import { candidatesById, findCandidatesLike, findSameAs, recordsOfPerson } from '../../store/register/candidates.ts'
import { editRegister, type Ask, type Editing } from '../../store/register/edit.ts'
import { candidateKind, type Within } from '../../store/register/kinds.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import { loadParticipation } from '../../store/typed.ts'
import type { NominationRow } from '../contracts/nominations-file.ts'
import { handedOn, present } from '../register/amend.ts'
import { stillHeld } from '../register/candidates.ts'
import { authorshipOf } from '../register/once.ts'
import type { VisitorScene } from '../register/scene.ts'
import type { ParticipationFile } from '../views/participation.ts'
import { candidateIn } from './candidates.ts'
import { unsoundIn, type Fault } from './unsound.ts'

/** What a partner corrects of whom it gave: its nomination, and their record as it was read. */
export interface Corrected {
  readonly row: NominationRow
  readonly file: ParticipationFile
  readonly nomination: string
  readonly record: CandidateDoc & Candidate
  /** That it is the same person, whatever changed, was said. */
  readonly confirmed: boolean
}

/** All that is wrong with who somebody is said to be now: countries, a birth to come, somebody else among the partner's own, another person. */
export async function faultsIn(
  { store, on, deps: { school } }: VisitorScene,
  { row, file: { state }, record, confirmed }: Omit<Corrected, 'nomination'>,
): Promise<readonly Fault[]> {
  const others = standing(state).flatMap(({ candidate }) => (candidate === record._id ? [] : [candidate]))
  const twice = [...(await candidatesById(store, others)).values()]
    .filter(isHeld)
    .find((one) => ['email', 'person'].includes(recognisedBy(row, one) ?? ''))
  return [
    ...unsoundIn(row, { school, on }),
    ...(isStill(record, row, { confirmed }) ? [] : [{ column: 'name', code: 'participation.candidate-another' }]),
    ...(twice ? [{ column: 'email', code: 'participation.candidate-differs', fields: { name: twice.name } }] : []),
  ]
}

/**
 * Writes who somebody is said to be now in the record that the partner gave, with what is written `beside` it, in one transaction: whoever was said to be
 * the same person is asked anew where they are no longer recognised. Throws `participation.nomination-over`, `participation.dossier-sent` and `participation.candidate-another`.
 */
export async function corrected(
  scene: VisitorScene,
  {
    row,
    file,
    nomination,
    record: { _id: id },
    confirmed,
    cause,
    beside,
  }: Corrected & { readonly cause: string; beside(within: Within): Promise<void> },
): Promise<void> {
  const { deps, store } = scene
  const said = candidateIn(row)
  const by = file.state.partner
  const written = await contended(async () => {
    const before = stillHeld(present((await candidatesById(store, [id])).get(id)))
    if (!isHeld(before)) return []
    const same = await findSameAs(store, id)
    const like = await findCandidatesLike(store, [said, before])
    const persons = [...(await candidatesById(store, before.sameAs === undefined ? [] : [before.sameAs])).values()]
    const known = [...new Map([...like, ...persons, ...same].filter(isHeld).map((one) => [one._id, one])).values()]
    const identity = correctedIdentity(before, said, { by, known, confirmed })
    const edits: Editing<CandidateDoc>[] = [
      {
        id,
        decide: (now) => ({
          act: 'Edited',
          change: { ...said, ...identity },
          ...(present(now).email !== said.email && {
            asks: [{ stream: correspondenceId(id), command: 'readdress', input: {} }],
          }),
        }),
        asks: async (within) => {
          await assertCorrectable(scene, { file, nomination, within })
          return looking(scene, { id, file, within })
        },
      },
      ...same
        .filter((one) => isHeld(one) && !staysRecognised(one, before, said))
        .map((one) => ({ id: one._id, decide: () => ({ act: 'Edited' as const, change: { sameAs: undefined } }) })),
    ]
    return editRegister(store, { kind: candidateKind, edits, by: authorshipOf(scene, { cause }), beside })
  })
  await handedOn(deps, written)
}

/** The nomination stands and its dossier was not sent, as the transaction sees it. */
async function assertCorrectable(
  { store }: VisitorScene,
  { file: { id }, nomination, within }: { file: ParticipationFile; nomination: string; within: Within },
): Promise<void> {
  const now = await loadParticipation(store, id)
  if (now) standingOne(now.state, nomination)
  if (await isDossierSent(store, { participation: id, nomination }, within))
    throw new Refusal('participation.dossier-sent')
}

/** Whoever waits for one of them looks again whom the office has to settle, and their own partner's part. */
async function looking(
  { store }: VisitorScene,
  { id, file, within }: { id: string; file: ParticipationFile; within: Within },
): Promise<readonly Ask[]> {
  const others = await personAsks(store, await recordsOfPerson(store, id), within)
  const own = { stream: file.id, command: 'notePersons', input: {} }
  return [own, ...others.filter(({ stream }) => stream !== own.stream)]
}
