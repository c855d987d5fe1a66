import { trusted } from 'mongoose'
import { registrar } from '../../domain/actor.ts'
import type { Partner } from '../../domain/register/partner.ts'
import type { Programme } from '../../domain/register/programme.ts'
import type { Instant } from '../../domain/time.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import type { Store } from '../connect.ts'
import { contended } from '../contended.ts'
import { editRegister, type Decision } from './edit.ts'
import { centreKind, countryKind, partnerKind, personKind, programmeKind, type Kind, type Numbered } from './kinds.ts'

/** What asked for the first entry of a document that came in with the policy's files. */
const cause = 'policy'

/** What a document begins with, by its id. */
type Begun<D extends Numbered> = readonly [id: string, change: Decision<D>['change']]

/**
 * Fills a register with what the policy's files name and it does not hold: countries, research centres, programmes, accounts, and unless it is to begin
 * `empty` a few partners; each is added as by a person, at that moment, by the register. What is there already stays as people have edited it.
 */
export async function seedRegister(
  store: Store,
  school: SchoolPolicy,
  { at, empty = false }: { at: Instant; empty?: boolean },
): Promise<void> {
  const by = { actor: registrar.id, at, policy: school.policy.version, cause }
  // One transaction for each kind; who comes second, of two programs that start at once, finds everything there.
  const add = <D extends Numbered>(kind: Kind<D>, begun: readonly Begun<D>[]): Promise<void> =>
    contended(async () => {
      const edits = begun.map(([id, change]) => ({
        id,
        decide: (before: D | undefined): Decision<D> | undefined => (before ? undefined : { act: 'Added', change }),
      }))
      await editRegister(store, { kind, edits, by })
    })
  await add(
    countryKind,
    school.countries.map(({ code }) => [code, { scores: [] }]),
  )
  await add(
    centreKind,
    school.centres.map(({ id, name }) => [id, { name }]),
  )
  await add(
    programmeKind,
    school.programmes.map((programme) => [programme.id, taught(programme)]),
  )
  await add(
    personKind,
    school.people.map(({ id, ...person }) => [id, { ...person, absences: person.absences ?? [] }]),
  )
  await add(
    partnerKind,
    (empty ? [] : school.partners).map((partner) => [partner.id, partnered(partner)]),
  )
}

/** Whether nobody has done anything yet: the ledger holds nothing but what the register began with. */
export const isUntouched = async ({ ledger }: Pick<Store, 'ledger'>): Promise<boolean> =>
  (await ledger.exists({ cause: trusted({ $ne: cause }) })) === null

const partnered = ({ id, name, country, zone, domains, contacts }: SchoolPolicy['partners'][number]): Partner => ({
  names: [{ name }],
  country,
  zone,
  domains,
  networks: [],
  relationship: 'exchange',
  strategic: [],
  complete: [],
  contacts: contacts.map((contact, index) => ({ id: `${id}-c${index + 1}`, reachable: true, ...contact })),
  contactsMade: contacts.length,
})

const taught = ({ name, kind, languages, semesters }: SchoolPolicy['programmes'][number]): Programme => ({
  name,
  kind,
  languages,
  semesters,
  startTerms: ['september'],
  documents: [],
  sentBy: 'partner',
})
