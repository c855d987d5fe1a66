import { hasRight } from '../../domain/access.ts'
import type { Actor } from '../../domain/actor.ts'
import type { CivilDate } from '../../domain/time.ts'
import { partnersIn } from '../../store/register/institutions.ts'
import type { RegisterNow } from '../../store/register/now.ts'
import { partyNameIn } from '../../store/register/recipients.ts'

/** Names of the day, for views. */
export interface Names {
  partner(id: string): { readonly id: string; readonly name: string; readonly country: string | null }
  /** The partner institution of a contact. */
  partnerOf(contact: string): { readonly id: string; readonly name: string } | undefined
  centre(id: string): { readonly id: string; readonly name: string }
  /** Whoever a correspondence is with: a person of the school, or a contact. */
  party(id: string): string
}

/** That day's names of partners and research centres; one that is not in the register keeps its id. */
export function namesIn(register: RegisterNow, on: CivilDate): Names {
  const [partners, centres] = [partnersIn(register)(on), register.centres]
  const partnerById = new Map(partners.map((partner) => [partner._id, partner]))
  const centreById = new Map(centres.map((centre) => [centre._id, centre]))
  return {
    partner: (id) => ({ id, name: partnerById.get(id)?.name ?? id, country: partnerById.get(id)?.country ?? null }),
    partnerOf: (contact) => {
      const partner = partners.find(({ contacts }) => contacts.includes(contact))
      return partner && { id: partner._id, name: partner.name }
    },
    centre: (id) => ({ id, name: centreById.get(id)?.name ?? id }),
    party: (id) => partyNameIn(register, id),
  }
}

/** The same, as someone may read them: whoever may not read the contacts of partners reads their ids. */
export function namesFor(actor: Actor, { register, on }: { register: RegisterNow; on: CivilDate }): Names {
  const names = namesIn(register, on)
  if (hasRight(actor, 'readContacts')) return names
  return { ...names, party: (id) => (names.partnerOf(id) ? id : names.party(id)) }
}
