import { typeOf } from '../../domain/processes.ts'
import { loadPolicy } from '../../policy/load.ts'

const school = loadPolicy()

/** What the store would say of the register as shipped. */
export function partnerFacts(id: string): object {
  if (typeOf(id) === 'labelFile')
    return {
      milestones: ['usth-2027/joint-master', 'usth-2027/cotutelles'],
      programmes: school.programmes.map((programme) => programme.id),
    }
  if (typeOf(id) === 'correspondence') {
    const partner = school.partners.find((one) => id.startsWith(`correspondence/${one.id}-c`))
    return { known: true, ...(partner && { place: { country: partner.country, zone: partner.zone } }) }
  }
  return { partners: school.partners.map((partner) => partner.id), centres: school.centres.map((centre) => centre.id) }
}
