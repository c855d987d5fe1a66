import type { SchoolPolicy } from '../../policy/load.ts'
import { genesis } from '../chain.ts'
import type { Store } from '../connect.ts'

/**
 * Fills an empty register from the policy: countries, research centres, accounts, and unless it is to begin `empty` a few partners.
 * What is there already stays as people have edited it.
 */
export async function seedRegister(
  store: Store,
  school: SchoolPolicy,
  { empty = false }: { empty?: boolean } = {},
): Promise<void> {
  const partners = empty ? [] : school.partners
  await Promise.all([
    ...school.countries.map(({ code, timeZones, weekend }) =>
      store.countries.updateOne(
        { _id: code },
        { $setOnInsert: { zones: timeZones, weekend, targeting: targetingOf(code, school) } },
        { upsert: true },
      ),
    ),
    ...school.centres.map(({ id, name }) =>
      store.centres.updateOne({ _id: id }, { $setOnInsert: { name } }, { upsert: true }),
    ),
    ...school.people.map(({ id, ...person }) =>
      store.people.updateOne(
        { _id: id },
        { $setOnInsert: { ...person, absences: person.absences ?? [], seq: 0, head: genesis } },
        { upsert: true },
      ),
    ),
    ...partners.map(({ id, contacts, ...partner }) =>
      store.partners.updateOne(
        { _id: id },
        {
          $setOnInsert: {
            ...partner,
            contacts: contacts.map((contact, index) => ({ id: `${id}-c${index + 1}`, reachable: true, ...contact })),
          },
        },
        { upsert: true },
      ),
    ),
  ])
}

/** S4 and S6: a country can be targeted in several ways. */
const targetingOf = (code: string, { targeting }: SchoolPolicy): string[] => [
  ...new Set(targeting.filter(({ countries }) => countries.includes(code)).map(({ target }) => target)),
]
