import type { Mandate } from '../domain/roster.ts'
import type { Words } from '../locales/words.ts'
import type { Store } from '../store/connect.ts'
import { listCentres } from '../store/register/institutions.ts'

/** Words mandates with the names of their research centres: `'Head of Institut Henri Fayol'`. */
export async function roleInWords(
  store: Store,
  words: Words,
): Promise<(held: Pick<Mandate, 'role' | 'centre'>) => string> {
  const names = new Map((await listCentres(store)).map(({ _id, name }) => [_id, name]))
  return ({ role, centre }) =>
    words.role({ role, ...(centre !== undefined && { centre: names.get(centre) ?? centre }) })
}
