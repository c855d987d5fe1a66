import { correspondenceId } from '../domain/correspondence/ids.ts'
import type { Place, Residence } from '../domain/policy.ts'
import type { World } from '../domain/rehearsal.ts'
import type { Judged } from '../domain/rehearsal/checks.ts'
import { rulesOf } from '../policy/calendar.ts'
import type { Partner, SchoolPolicy } from '../policy/load.ts'
import { sha256 } from '../store/chain.ts'
import { homeOf, rehearsedFacts } from './rehearsed-facts.ts'

/** A world in memory, and how each of its readers lives. */
export interface RehearsedWorld extends Judged {
  readonly world: World
}

/** The school as the policy has it: its people, its centres, and partners who are each answered for by their first contact. */
export function rehearsedWorld(school: SchoolPolicy, partners: readonly Partner[]): RehearsedWorld {
  const rules = rulesOf(school)
  const contacts = partners.map((partner) => ({ id: `${partner.id}-c1`, partner }))
  const places = new Map<string, Place>(
    contacts.map(({ id, partner: { country, zone } }) => [correspondenceId(id), { country, zone }]),
  )
  const livesAt = (id: string): Place | Residence | undefined => places.get(id) ?? homeOf(id, partners)
  const world: World = {
    policy: rules.policy,
    calendar: rules.calendar,
    calendarOf: (place) => rules.calendarOf(place),
    roster: [
      ...school.people,
      ...contacts.map(({ id, partner }) => ({ id, partner: partner.id, mandates: [], absences: [] })),
    ],
    hash: sha256,
    load: async () => undefined,
    facts: rehearsedFacts({ school, partners, placeOf: (id) => places.get(id) }),
  }
  return {
    world,
    rules: world,
    readerOf: (id) => {
      const place = livesAt(id)
      return place
        ? { calendar: rules.calendarOf(place), kind: 'partner' }
        : { calendar: rules.calendar, kind: 'school' }
    },
  }
}
