import { trusted } from 'mongoose'
import type { Member, Roster } from '../../domain/roster.ts'
import type { Store } from '../connect.ts'

/** Who holds which mandate, who is away, and which contact answers for each partner: the first who can be reached (R10). */
export async function loadRoster({ people, partners }: Pick<Store, 'people' | 'partners'>): Promise<Roster> {
  const [members, institutions] = await Promise.all([
    people.find({}, { mandates: 1, absences: 1 }).lean(),
    partners.find({ 'contacts.0': trusted({ $exists: true }) }, { contacts: 1 }).lean(),
  ])
  return [
    ...members.map(({ _id, mandates, absences }) => ({ id: _id, mandates, absences })),
    ...institutions.flatMap(({ _id, contacts }): Member[] => {
      const contact = contacts.find(({ reachable }) => reachable)
      return contact ? [{ id: contact.id, partner: _id, mandates: [], absences: [] }] : []
    }),
  ]
}
