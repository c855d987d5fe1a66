import { templateDates } from '../../domain/cycle/dates.ts'
import { populationIn } from '../../domain/cycle/ids.ts'
import { cycleIn } from '../../domain/participation/ids.ts'
import { noOverrides } from '../../domain/cycle/overrides.ts'
import { typeOf } from '../../domain/processes.ts'
import { loadPolicy } from '../../policy/load.ts'

const school = loadPolicy()
const institutions = {
  partners: school.partners.map((partner) => partner.id),
  centres: school.centres.map((centre) => centre.id),
}

/** What the store would say of the register as shipped. */
export function partnerFacts(id: string): object {
  if (typeOf(id) === 'labelFile')
    return {
      milestones: ['usth-2027/joint-master', 'usth-2027/cotutelles'],
      programmes: school.programmes.map((programme) => programme.id),
    }
  if (typeOf(id) === 'agreement')
    return {
      ...institutions,
      renewable: { '00001': ['usth'] },
      results: { usth: { milestones: 4, evidenced: 3 }, usj: { milestones: 2, evidenced: 0 } },
    }
  if (typeOf(id) === 'admissionCycle')
    return {
      programmes: school.programmes
        .filter(({ kind }) => kind === populationIn(id))
        .map((programme) => ({ id: programme.id, semesters: programme.semesters })),
      partners: Object.fromEntries(
        school.partners.map((partner) => [
          partner.id,
          { country: partner.country, reachable: partner.contacts.length > 0, agreements: [] },
        ]),
      ),
    }
  if (typeOf(id) === 'participation')
    return {
      reachable: true,
      programmes: Object.fromEntries(
        school.programmes
          .filter(({ kind }) => kind === populationIn(cycleIn(id)))
          .map((programme) => [programme.id, {}]),
      ),
      candidates: [],
      elsewhere: {},
      elsewhereByOther: {},
      toSettle: [],
    }
  if (typeOf(id) === 'dossier')
    return {
      cycles: {
        '2028-engineer': { dates: templateDates(school.policy.admissions.engineer, 2028), overrides: noOverrides },
      },
      programmes: Object.fromEntries(
        school.programmes.map((programme) => [programme.id, { documents: [], sentBy: 'partner' }]),
      ),
      countries: Object.fromEntries(school.partners.map((partner) => [partner.id, partner.country])),
      reachable: true,
    }
  if (typeOf(id) === 'correspondence') {
    // Candidates live in Hanoi.
    if (id.startsWith('correspondence/cand-')) return { known: true, candidate: true, place: { country: 'VN' } }
    const partner = school.partners.find((one) => id.startsWith(`correspondence/${one.id}-c`))
    return { known: true, ...(partner && { place: { country: partner.country, zone: partner.zone } }) }
  }
  return institutions
}
