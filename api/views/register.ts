import type { CivilDate } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { listCentres, listPartners } from '../../store/register/institutions.ts'

/** Names of the day, for views. */
export interface Names {
  partner(id: string): { readonly id: string; readonly name: string; readonly country: string | null }
  /** The partner institution of a contact. */
  partnerOf(contact: string): { readonly id: string; readonly name: string } | undefined
  centre(id: string): { readonly id: string; readonly name: string }
}

/** Reads that day's names of partners and research centres; one that is not in the register keeps its id. */
export async function readNames(store: Store, on: CivilDate): Promise<Names> {
  const [partners, centres] = await Promise.all([listPartners(store, on), listCentres(store)])
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
