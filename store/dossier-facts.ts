import { documentsIn } from '../domain/documents.ts'
import type { DossierFacts } from '../domain/dossier/dossier.ts'
import { keyOf } from '../domain/id.ts'
import type { Store } from './connect.ts'
import { isReachable } from './cycle-facts.ts'
import { looseDocuments } from './documents.ts'
import type { Asked } from './facts.ts'
import type { RegisterNow } from './register/now.ts'
import { listCycles, loadCycle, loadDossier } from './typed.ts'

interface Sources {
  readonly store: Store
  readonly register: RegisterNow
  commands(): Promise<readonly Asked[]>
}

/** What a dossier must know: the days of its cycle, what its programmes need, and whether whoever sends it can be written to. */
export async function dossierFacts({ store, register, commands }: Sources, id: string): Promise<DossierFacts> {
  const [known, programmes, named] = await Promise.all([
    loadDossier(store, id),
    store.programmes.find({}, { documents: 1, sentBy: 1 }).lean(),
    commands().then((asked) => looseDocuments(store, documentsIn(asked))),
  ])
  const own = known && (await loadCycle(store, `admissionCycle/${known.state.cycle}`))
  // Before it has a cycle nobody knows which: there are few.
  const cycles = known ? (own ? [own] : []) : await listCycles(store)
  const partner = register.partners.find(({ _id }) => _id === known?.state.partner)
  return {
    cycles: Object.fromEntries(
      cycles.flatMap(({ id: cycle, state: { dates, overrides } }) =>
        dates ? [[keyOf(cycle), { dates, overrides }]] : [],
      ),
    ),
    programmes: Object.fromEntries(
      programmes.map(({ _id, documents: own, sentBy }) => [_id, { documents: own, sentBy }]),
    ),
    countries: Object.fromEntries(register.partners.map(({ _id, country }) => [_id, country])),
    documents: named,
    reachable: partner !== undefined && isReachable(partner, register),
  }
}
