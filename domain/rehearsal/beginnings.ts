import { planId } from '../plan/ids.ts'
import { planYears } from '../plan/span.ts'
import { pillars } from '../policy.ts'
import type { World, Act } from '../rehearsal.ts'
import { standingsOf, type Roster } from '../roster.ts'
import { at, civil, dayOf, plusDays, workingDayFrom, type CivilDate } from '../time.ts'
import { anyText } from './any-text.ts'
import type { Chance } from './habits.ts'

/** What a rehearsal of plans begins with. */
export interface Beginnings {
  readonly world: World
  readonly chance: Chance
  /** One plan each. */
  readonly partners: readonly string[]
  readonly centres: readonly string[]
  /** The first academic year of every plan. */
  readonly firstYear: number
}

const carryingCentres = 2
// Written from the first Monday of April on, one every third day: silence is over before 1 September.
const draftedFrom = '04-03'
const draftedEveryDays = 3

/** A draft for each partner: five years, four milestones a year (one per pillar), each for a centre, with an owner and a day. */
export const draftsOf = ({ partners, ...beginnings }: Beginnings): readonly Act[] =>
  partners.map((partner, index) => draftOf({ partner, index }, beginnings))

function draftOf(
  { partner, index }: { readonly partner: string; readonly index: number },
  { world: { roster, calendar }, chance, centres, firstYear }: Omit<Beginnings, 'partners'>,
): Act {
  const on = workingDayFrom(plusDays(civil(`${firstYear}-${draftedFrom}`), index * draftedEveryDays), calendar)
  const pilots = holding('role:pilot', roster, on)
  const pilot = pilots[index % pilots.length] ?? ''
  const carrying = Array.from({ length: carryingCentres }, (_, n) => centres[(index + n) % centres.length] ?? '')
  const to = planId(partner, firstYear)
  const milestones = Array.from({ length: planYears }, (_, year) =>
    pillars.map((pillar, n) => {
      const centre = carrying[(year + n) % carrying.length] ?? ''
      const id = `y${year + 1}-${pillar.toLowerCase()}`
      // The deputies of a centre see to what it carries, or else whoever leads the partnership.
      const [owner = pilot] = n % 2 === 0 ? holding(`deputy:${centre}`, roster, on) : []
      const dueOn = dayInYear(firstYear + year, chance(`${to} ${id} due`))
      return { id, title: id, pillar, centre, owner, dueOn, ...(n % 2 === 1 && { evidenceWanted: anyText }) }
    }),
  ).flat()
  // The annual plan of the first year, which is part of what is submitted (S9).
  const actions = pillars.map((pillar, n) => {
    const id = `y1-${pillar.toLowerCase()}`
    return { id, title: id, year: firstYear, pillar, centre: carrying[n % carrying.length] ?? '' }
  })
  const moment = at(on, '10:00', calendar)
  return {
    at: moment,
    actor: { id: `person:${pilot}`, standings: standingsOf(pilot, roster, dayOf(moment, calendar)) },
    to,
    type: 'draft',
    input: { partner, firstYear, pilot, centres: carrying, pillarGaps: [], actions, milestones },
  }
}

const holding = (party: string, roster: Roster, on: CivilDate): readonly string[] =>
  roster.flatMap(({ id }) =>
    standingsOf(id, roster, on).some((one) => one.party === party && !one.through) ? [id] : [],
  )

/** A day of an academic year, from 15 September on. */
const dayInYear = (firstYear: number, share: number): CivilDate =>
  plusDays(civil(`${firstYear}-09-15`), Math.floor(share * 350))
