import { trusted } from 'mongoose'
import type { Contact } from '../../domain/register/contact.ts'
import type { Member, Roster } from '../../domain/roster.ts'
import type { Store } from '../connect.ts'
import { unreachable } from './reach.ts'

/**
 * Who holds which mandate, who is away, and which contact answers for each partner: the first who can be reached. Where
 * nobody can, the one whose correspondence keeps what they are to hear until someone answers (R10).
 */
export async function loadRoster(store: Pick<Store, 'people' | 'partners' | 'files'>): Promise<Roster> {
  const { people, partners } = store
  const [members, institutions, lost] = await Promise.all([
    people.find({}, { mandates: 1, absences: 1 }).lean(),
    partners.find({ 'contacts.0': trusted({ $exists: true }) }, { contacts: 1 }).lean(),
    unreachable(store),
  ])
  const answering = (contacts: readonly Contact[]): Contact | undefined =>
    contacts.find(({ id, reachable }) => reachable && !lost.has(id)) ??
    contacts.find(({ id }) => lost.get(id) === 'notReached') ??
    contacts[0]
  return [
    ...members.map(({ _id, mandates, absences }) => ({ id: _id, mandates, absences })),
    ...institutions.flatMap(({ _id, contacts }): Member[] => {
      const contact = answering(contacts)
      return contact ? [{ id: contact.id, partner: _id, mandates: [], absences: [] }] : []
    }),
  ]
}
