import { typeOf } from '../../domain/processes.ts'
import { loadPolicy } from '../../policy/load.ts'

const school = loadPolicy()

/** What the store would say of the register as shipped. */
export function partnerFacts(id: string): object {
  if (typeOf(id) === 'correspondence') return {}
  return { partners: school.partners.map((partner) => partner.id), centres: school.centres.map((centre) => centre.id) }
}
