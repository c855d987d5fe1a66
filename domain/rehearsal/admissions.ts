import type { AgreementContent, StudyLevel } from '../agreement/agreement.ts'
import type { Covering } from '../agreement/covers.ts'
import { agreementId } from '../agreement/ids.ts'
import { tell } from '../catalogue.ts'
import { templateDates, type CycleDates } from '../cycle/dates.ts'
import { cycleId } from '../cycle/ids.ts'
import { fitting, stayOf, uninvitable, type Uninvitable } from '../cycle/invitable.ts'
import type { World, Act } from '../rehearsal.ts'
import { holdersOf, standingsOf } from '../roster.ts'
import { at, civil, dayOf, plusDays, plusMonths, workingDayFrom, type CivilDate } from '../time.ts'
import type { Chance } from './habits.ts'

/** What a rehearsal of admissions begins with: engineers of one academic year, and the partners whose agreements may cover them. */
export interface Admissions {
  readonly world: World
  readonly chance: Chance
  readonly firstYear: number
  /** The shortest of the programmes that the cycle admits to, in semesters. */
  readonly semesters: number
  readonly partners: readonly { readonly id: string; readonly country: string }[]
}
/** The acts with which the office begins a year, whom it invites, and who is not invitable for want of an agreement (R8). */
export interface Beginning {
  readonly acts: readonly Act[]
  readonly invited: readonly string[]
  readonly uninvitable: Readonly<Partial<Record<Uninvitable, number>>>
}

const population = 'engineer'
const preparedDaysBefore = 14
const recordedDaysBefore = 28
// Of so many partners one has an agreement that ends too early, and one has none.
const endsEarlyShare = 0.05
const noneShare = 0.1

/**
 * A year of admissions begins: the office writes down the agreements that were signed long before, prepares a cycle, opens it on its day, and
 * invites every partner that an agreement makes invitable.
 */
export function admissionsOf({ world, chance, firstYear, semesters, partners }: Admissions): Beginning {
  const dates = templateDates(world.policy.admissions[population], firstYear)
  const signed = partners.flatMap(({ id }, n) => agreementWith(id, dates, n === 0 ? 1 : chance(`${id} agreement`)))
  const why = (partner: string): Uninvitable | undefined =>
    uninvitable(
      { country: '', reachable: true, agreements: signed.filter((one) => one.partners.includes(partner)) },
      { population, stay: stayOf(dates.arrivalOn, semesters), on: dates.opensOn },
    )
  const judged = partners.map(({ id }) => ({ id, why: why(id) }))
  const invited = judged.flatMap((one) => (one.why ? [] : [one.id]))
  const cycle = cycleId({ firstYear, population })
  const opensOn = workingDayFrom(dates.opensOn, world.calendar)
  const office = (on: CivilDate, time: string): Pick<Act, 'at' | 'actor'> => officeAt(on, time, world)
  const acts = [
    ...signed.map((content, n) => ({
      ...office(plusDays(dates.opensOn, -recordedDaysBefore), timeOf(n)),
      ...tell(agreementId(n + 1), {
        type: 'draftAgreement',
        input: { ...content, partners: [...content.partners], centres: [], places: [...content.places] },
      }),
    })),
    {
      ...office(plusDays(dates.opensOn, -preparedDaysBefore), '10:00'),
      ...tell(cycle, { type: 'prepare', input: { firstYear, population } }),
    },
    { ...office(opensOn, '09:00'), ...tell(cycle, { type: 'open', input: {} }) },
    {
      ...office(plusDays(opensOn, 1), '11:00'),
      ...tell(cycle, { type: 'invite', input: { partners: invited.map((partner) => ({ partner })) } }),
    },
  ]
  return { acts, invited, uninvitable: countsOf(judged.flatMap((one) => (one.why ? [one.why] : []))) }
}

type Signed = AgreementContent & Covering & { readonly signedOn: CivilDate }

/** A double degree that was signed years ago; of some partners one that ends before the stay does, of some none at all, as a share decides. */
function agreementWith(partner: string, { arrivalOn }: CycleDates, draw: number): readonly Signed[] {
  if (draw < noneShare) return []
  const endsEarly = draw < noneShare + endsEarlyShare
  const from = civil(`${Number(arrivalOn.slice(0, 4)) - 4}-09-01`)
  const [level = 'master' satisfies StudyLevel] = fitting[population].levels
  return [
    {
      title: `Double degree with ${partner}`,
      kind: fitting[population].kind,
      partners: [partner],
      validity: { from, until: plusDays(plusMonths(from, endsEarly ? 54 : 96), -1) },
      noticeMonths: 6,
      withImt: false,
      centres: [],
      places: Array.from({ length: 4 }, (_, n) => ({
        direction: 'incoming',
        level,
        year: Number(arrivalOn.slice(0, 4)) - 3 + n,
        places: 4,
      })),
      signedOn: plusDays(from, -100),
    },
  ]
}

/** An officer at work, that day or on the next working one. */
function officeAt(day: CivilDate, time: string, { roster, calendar }: World): Pick<Act, 'at' | 'actor'> {
  const on = workingDayFrom(day, calendar)
  const moment = at(on, time, calendar)
  const [officer] = holdersOf('role:officer', roster, on)
  const id = officer?.id ?? ''
  return { at: moment, actor: { id: `person:${id}`, standings: standingsOf(id, roster, dayOf(moment, calendar)) } }
}

/** One minute after the other, from 09:00 on. */
const timeOf = (n: number): string =>
  [9 + (Math.floor(n / 60) % 8), n % 60].map((part) => `${part}`.padStart(2, '0')).join(':')

const countsOf = (names: readonly Uninvitable[]): Readonly<Partial<Record<Uninvitable, number>>> =>
  names.reduce<Partial<Record<Uninvitable, number>>>(
    (counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }),
    {},
  )
