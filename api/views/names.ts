import type { CivilDate } from '../../domain/time.ts'
import { partnersIn } from '../../store/register/institutions.ts'
import type { RegisterNow } from '../../store/register/now.ts'

/** Names of the day, for views. */
export interface Names {
  partner(id: string): { readonly id: string; readonly name: string; readonly country: string | null }
  /** The partner institution of a contact. */
  partnerOf(contact: string): { readonly id: string; readonly name: string } | undefined
  centre(id: string): { readonly id: string; readonly name: string }
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
  }
}
