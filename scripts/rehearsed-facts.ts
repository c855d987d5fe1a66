import { agreement } from '../domain/agreement/process.ts'
import type { Covering } from '../domain/agreement/covers.ts'
import type { ProcessType } from '../domain/catalogue.ts'
import { admissionCycle } from '../domain/cycle/process.ts'
import { populationIn } from '../domain/cycle/ids.ts'
import { documentsIn } from '../domain/documents.ts'
import { grouped } from '../domain/grouped.ts'
import { memoized } from '../domain/memoized.ts'
import { dossier } from '../domain/dossier/process.ts'
import { cycleIn } from '../domain/participation/ids.ts'
import type { Place, Residence } from '../domain/policy.ts'
import { typeOf } from '../domain/processes.ts'
import type { Scene, World } from '../domain/rehearsal.ts'
import type { Partner, SchoolPolicy } from '../policy/load.ts'
import { namedIn } from '../domain/named.ts'

/** What a rehearsed school knows: its policy, its partners, and where the reader of each correspondence works. */
export interface Known {
  readonly school: SchoolPolicy
  readonly partners: readonly Partner[]
  readonly placeOf: (correspondence: string) => Place | undefined
}
type Loaders = Readonly<Record<ProcessType, (id: string, scene: Scene | undefined) => object>>

/** The facts of a rehearsal, as the store would read them: of the register from the policy, of other files from the rehearsal itself. */
export function rehearsedFacts({ school, partners, placeOf }: Known): World['facts'] {
  const register = { partners: partners.map(({ id }) => id), centres: school.centres.map(({ id }) => id) }
  const countries = Object.fromEntries(partners.map(({ id, country }) => [id, country]))
  const programmes = Object.fromEntries(school.programmes.map(({ id }) => [id, { documents: [], sentBy: 'partner' }]))
  const admitting = memoized((population) =>
    school.programmes.flatMap(({ id, kind, semesters }) => (kind === population ? [{ id, semesters }] : [])),
  )
  const invitees = (coverings: ReadonlyMap<string, readonly Covering[]>): object =>
    Object.fromEntries(
      partners.map(({ id, country }) => [id, { country, reachable: true, agreements: coverings.get(id) ?? [] }]),
    )
  const strangers = invitees(new Map())
  const openIn = memoized((population) =>
    Object.fromEntries(school.programmes.flatMap(({ id, kind }) => (kind === population ? [[id, {}]] : []))),
  )
  const loaders: Loaders = {
    partnershipPlan: () => register,
    centreApproval: () => register,
    labelFile: () => register,
    agreement: () => ({ ...register, renewable: {}, results: {} }),
    correspondence: (id) => {
      const home = homeOf(id, partners)
      if (home) return { known: true, candidate: true, place: home }
      const place = placeOf(id)
      return { known: true, ...(place && { place }) }
    },
    admissionCycle: (id, scene) => ({
      programmes: admitting(populationIn(id)),
      partners: scene?.act?.type === 'invite' ? invitees(coveringsIn(scene)) : strangers,
    }),
    participation: (id, scene) => ({
      reachable: true,
      programmes: openIn(populationIn(cycleIn(id))),
      // Whoever is nominated is in the register, and meant by one partner alone.
      candidates: namedIn(scene?.act?.input, 'candidate'),
      elsewhere: {},
      elsewhereByOther: {},
      // The register says anew that all are settled: whoever looked has said so.
      toSettle: namedIn(scene?.act?.input, 'candidate').filter(isAlike),
    }),
    dossier: (id, scene) => ({
      cycles: cyclesFor(id, scene),
      programmes,
      countries,
      documents: uploadedFor(scene),
      reachable: true,
    }),
  }
  return async (id, scene) => loaders[typeOf(id)](id, scene)
}

/** Whether a candidate of a rehearsal may be somebody whom the school knew: of fifty one. */
export const isAlike = (candidate: string): boolean => Number(/\d+$/.exec(candidate)?.[0] ?? 1) % 50 === 0

/** Where a candidate of a rehearsal lives, by the id of their correspondence: in the country of one partner or another; of anybody else nothing. */
export function homeOf(correspondence: string, partners: Known['partners']): Residence | undefined {
  const number = /^correspondence\/candidate-(\d+)$/.exec(correspondence)?.[1]
  const partner = number === undefined ? undefined : partners[Number(number) % partners.length]
  return partner && { country: partner.country }
}

/** The agreements of a rehearsal with each partner. */
function coveringsIn(scene: Scene): ReadonlyMap<string, readonly Covering[]> {
  const agreed = scene
    .filesOf('agreement')
    .flatMap((file) => (agreement.owns(file) ? file.state.partners.map((partner) => ({ partner, file })) : []))
  const byPartner = grouped(agreed, ({ partner }) => partner)
  return new Map([...byPartner].map(([partner, own]) => [partner, own.map(({ file }) => file.state)]))
}

/** The dates of the cycle of a dossier, by key; before it has one, of the one that it is nominated for. */
function cyclesFor(id: string, scene: Scene | undefined): object {
  const own = scene?.fileOf(id)
  const [cycle = ''] =
    own && dossier.owns(own) && own.state.cycle ? [own.state.cycle] : namedIn(scene?.act?.input, 'cycle')
  const file = scene?.fileOf(`admissionCycle/${cycle}`)
  if (!file || !admissionCycle.owns(file) || !file.state.dates) return {}
  return { [cycle]: { dates: file.state.dates, overrides: file.state.overrides } }
}

/** What whoever acts has uploaded before: the documents that they name. */
const uploadedFor = (scene: Scene | undefined): object =>
  Object.fromEntries(
    documentsIn(scene?.act?.input).map((document) => [document, uploaded(document, scene?.act?.actor.id)]),
  )

/** A document of a rehearsal: its contents follow from its id. */
export const uploaded = (document: string, by: string | undefined): object => ({
  type: 'pdf',
  bytes: 52_000,
  sha256: document.repeat(2),
  by,
})
