import { admissionCycle } from '../domain/cycle/process.ts'
import { documentsIn } from '../domain/documents.ts'
import type { DossierFacts } from '../domain/dossier/dossier.ts'
import { dossier } from '../domain/dossier/process.ts'
import { keyOf } from '../domain/id.ts'
import { isReachable } from './cycle-facts.ts'
import { looseDocuments } from './documents.ts'
import type { Store } from './connect.ts'
import { dossiersOf } from './erasing/reach.ts'
import type { Sources } from './facts.ts'
import { storedOf } from './files.ts'
import { onceALook } from './look.ts'
import { recordsOfPerson } from './register/candidates.ts'
import { ofRegister } from './register/now.ts'
import { loadDossier } from './typed.ts'

/** What a dossier must know: the days of its cycle, what its programmes need, and whether whoever sends it can be written to. */
export async function dossierFacts(sources: Sources, id: string): Promise<DossierFacts> {
  const { store, register, commands, file } = sources
  const [stored, named] = await Promise.all([
    file ? file() : loadDossier(store, id),
    commands().then((asked) => looseDocuments(store, documentsIn(asked))),
  ])
  const known = stored && dossier.owns(stored) && stored.state.cycle !== '' ? stored.state : undefined
  const partner = register.partners.find(({ _id }) => _id === known?.partner)
  return {
    // Before it has a cycle nobody knows which: there are few.
    cycles: await datesOf(sources, known?.cycle),
    programmes: programmesOf(register),
    countries: countriesOf(register),
    documents: named,
    ...(known?.retention && { others: await othersOf(store, { id, candidate: known.candidate }) }),
    // R10: who is to send it.
    reachable:
      known?.sentBy === 'candidate'
        ? !register.unreachable.has(known.candidate)
        : partner !== undefined && isReachable(partner, register),
  }
}

const programmesOf = ofRegister(({ programmes }): DossierFacts['programmes'] =>
  Object.fromEntries(programmes.map(({ _id, documents, sentBy }) => [_id, { documents, sentBy }])),
)

const countriesOf = ofRegister(({ partners }) => Object.fromEntries(partners.map(({ _id, country }) => [_id, country])))

// Of a large cycle its partners and dossiers are nearly all of what is stored, and no dossier asks for the others.
const withoutParts: Readonly<Record<string, 0>> = {
  ...{ waits: 0, parties: 0, heard: 0, climbed: 0 },
  ...{ 'state.invited': 0, 'state.noted': 0, 'state.dossiers': 0, 'state.unsent': 0 },
}

/** The dates of one cycle, or of all, by key. */
const datesOf = onceALook(async ({ files }, cycle): Promise<DossierFacts['cycles']> => {
  const { type } = admissionCycle
  const docs = await files.find(cycle === '' ? { type } : { _id: `${type}/${cycle}` }, withoutParts).lean()
  return Object.fromEntries(
    docs
      .map(storedOf)
      .filter((file) => admissionCycle.owns(file))
      .flatMap(({ id, state: { dates, overrides } }) => (dates ? [[keyOf(id), { dates, overrides }]] : [])),
  )
})

/** R15: the other dossiers of the same person, whichever record of them they are of (ADR 62). */
async function othersOf(
  store: Store,
  { id, candidate }: { readonly id: string; readonly candidate: string },
): Promise<NonNullable<DossierFacts['others']>> {
  const all = await dossiersOf(store, await recordsOfPerson(store, candidate))
  return all.filter((other) => other.id !== id).map((other) => other.state)
}
