import type { Contact } from '../../domain/register/contact.ts'
import type { Member, Roster } from '../../domain/roster.ts'
import { plusDays, type CivilDate } from '../../domain/time.ts'
import { ofRegister, registerNow, type Registers } from './now.ts'
import type { PartnerDoc } from './schemas.ts'

type Institution = Pick<PartnerDoc, '_id' | 'contacts' | 'mergedInto'>

/**
 * Who holds which mandate, who is away, every contact, and which of them answers for each partner: the first who can be reached. Where
 * nobody can, the one whose correspondence keeps what they are to hear until someone answers (R10).
 */
export const rosterOf = ofRegister((register): Roster => {
  const { partners: institutions, unreachable: lost } = register
  const firstWhoAnswers = ({ contacts }: Institution): Contact | undefined =>
    contacts.find(({ id, reachable }) => reachable && !lost.has(id)) ??
    contacts.find(({ id }) => lost.get(id) === 'notReached') ??
    contacts[0]
  const byId = new Map(institutions.map((one) => [one._id, one]))
  const answers = institutions.flatMap((one) =>
    standingFor(one, byId).flatMap(({ institution, ...days }): Member[] => {
      const contact = firstWhoAnswers(institution)
      return contact ? [{ id: contact.id, partner: one._id, mandates: [], absences: [], ...days }] : []
    }),
  )
  const answering = new Set(answers.map(({ id }) => id))
  const others = institutions.flatMap(({ contacts }) => contacts).filter(({ id }) => !answering.has(id))
  return [
    ...membersOf(register),
    ...answers,
    // Of their own mail each hears themselves (R10).
    ...others.map(({ id }) => ({ id, mandates: [], absences: [] })),
  ]
})

/** The same, as the register stands now. */
export const loadRoster = async (store: Registers): Promise<Roster> => rosterOf(await registerNow(store))

/** The people of the school: who holds which mandate, and who is away. */
export const membersOf = ofRegister(({ people }): Roster =>
  people.map(({ _id, mandates, absences }) => ({ id: _id, mandates, absences })),
)

/** Which institution stands for a partner when: itself until it merges, from that day on its successor, and theirs. */
function standingFor(
  institution: Institution,
  byId: ReadonlyMap<string, Institution>,
  answersFromOn?: CivilDate,
): readonly (Pick<Member, 'answersFromOn' | 'answersUntilOn'> & { readonly institution: Institution })[] {
  const { mergedInto } = institution
  const successor = mergedInto && byId.get(mergedInto.partner)
  const from = answersFromOn && { answersFromOn }
  if (!mergedInto || !successor) return [{ institution, ...from }]
  const { on } = mergedInto
  const later = answersFromOn !== undefined && answersFromOn > on ? answersFromOn : on
  return [{ institution, ...from, answersUntilOn: plusDays(on, -1) }, ...standingFor(successor, byId, later)]
}
