import type { SchoolPolicy } from '../../policy/load.ts'
import { genesis } from '../chain.ts'
import type { Store } from '../connect.ts'

/**
 * Fills an empty register from the policy: countries and research centres always, people and partners on a first start.
 * What is there already stays as people have edited it.
 */
export async function seedRegister(store: Store, school: SchoolPolicy): Promise<void> {
  await Promise.all([
    ...school.countries.map(({ code, timeZones, weekend }) =>
      store.countries.updateOne({ _id: code }, { $setOnInsert: { zones: timeZones, weekend, targeting: targetingOf(code, school) } }, { upsert: true }),
    ),
    ...school.centres.map(({ id, name }) => store.centres.updateOne({ _id: id }, { $setOnInsert: { name } }, { upsert: true })),
    ...school.people.map(({ id, ...person }) =>
      store.people.updateOne({ _id: id }, { $setOnInsert: { ...person, absences: person.absences ?? [], seq: 0, head: genesis } }, { upsert: true }),
    ),
    ...school.partners.map(({ id, ...partner }) => store.partners.updateOne({ _id: id }, { $setOnInsert: partner }, { upsert: true })),
  ])
}

/** S4 and S6: a country can be targeted in several ways. */
const targetingOf = (code: string, { targeting }: SchoolPolicy): string[] => [
  ...new Set(targeting.filter(({ countries }) => countries.includes(code)).map(({ target }) => target)),
]
