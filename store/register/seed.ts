import type { Partner } from '../../domain/register/partner.ts'
import type { Programme } from '../../domain/register/programme.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import { genesis } from '../chain.ts'
import type { Store } from '../connect.ts'

/**
 * Fills an empty register from the policy: countries, research centres, programmes, accounts, and unless it is to begin `empty` a few partners.
 * What is there already stays as people have edited it.
 */
export async function seedRegister(
  store: Store,
  school: SchoolPolicy,
  { empty = false }: { empty?: boolean } = {},
): Promise<void> {
  const partners = empty ? [] : school.partners
  await Promise.all([
    ...school.countries.map(({ code }) =>
      store.countries.updateOne({ _id: code }, { $setOnInsert: { scores: [], ...unwritten } }, { upsert: true }),
    ),
    ...school.centres.map(({ id, name }) =>
      store.centres.updateOne({ _id: id }, { $setOnInsert: { name, ...unwritten } }, { upsert: true }),
    ),
    ...school.programmes.map((programme) =>
      store.programmes.updateOne(
        { _id: programme.id },
        { $setOnInsert: { ...taught(programme), ...unwritten } },
        { upsert: true },
      ),
    ),
    ...school.people.map(({ id, ...person }) =>
      store.people.updateOne(
        { _id: id },
        { $setOnInsert: { ...person, absences: person.absences ?? [], ...unwritten } },
        { upsert: true },
      ),
    ),
    ...partners.map((partner) =>
      store.partners.updateOne(
        { _id: partner.id },
        { $setOnInsert: { ...seeded(partner), ...unwritten } },
        { upsert: true },
      ),
    ),
  ])
}

/** Nobody has edited it yet: its ledger is empty. */
const unwritten = { seq: 0, head: genesis }

const seeded = ({ id, name, country, zone, domains, contacts }: SchoolPolicy['partners'][number]): Partner => ({
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
