import { partnerFacts } from './facts.ts'
import type { Actor } from '../../domain/actor.ts'
import type { CommandTo, ProcessType } from '../../domain/catalogue.ts'
import type { ReaderDays } from '../../domain/rehearsal/checks.ts'
import { Rehearsal, type Act, type World } from '../../domain/rehearsal.ts'
import { standingsOf, type Roster } from '../../domain/roster.ts'
import { dayOf, instant, type Instant } from '../../domain/time.ts'
import { rulesOf } from '../../policy/calendar.ts'
import { loadPolicy } from '../../policy/load.ts'
import { sha256 } from '../../store/chain.ts'

/** The school as shipped: its policy, its calendars and its accounts, without a store. */
export const school = loadPolicy()
export const rules = rulesOf(school)
/** When the registers of tests come in with the policy, before anything a test does. */
export const registeredAt = instant('2027-01-04T08:00:00Z')
export const roster: Roster = [
  ...school.people,
  ...school.partners.map(({ id }) => ({ id: `${id}-c1`, partner: id, mandates: [], absences: [] })),
  ...school.partners.map(({ id }) => ({ id: `${id}-c2`, mandates: [], absences: [] })),
]

/** The account of this address's first part: `person('centre-head.cmp')`. */
export const person = (account: string): string => {
  const found = school.people.find(({ email }) => email.startsWith(`${account}@`))
  if (!found) throw new Error(`no account ${account}`)
  return found.id
}

/** Someone acting on a day, with what they stand for then. */
export const acting = (account: string, at: Instant, on: Roster = roster): Actor => {
  const id = person(account)
  return { id: `person:${id}`, standings: standingsOf(id, on, dayOf(at, rules.calendar)) }
}

/** A world with nothing stored. */
export const world = (changes: Partial<World> = {}): World => ({
  policy: rules.policy,
  calendar: rules.calendar,
  calendarOf: (place) => rules.calendarOf(place),
  roster,
  hash: sha256,
  load: async () => undefined,
  facts: async (id) => partnerFacts(id),
  ...changes,
})

/** One line of a script. */
export const act = <T extends ProcessType>(
  at: string,
  account: string,
  to: `${T}/${string}`,
  command: CommandTo<T>,
  on: Roster = roster,
): Act => ({
  at: instant(at),
  actor: acting(account, instant(at), on),
  to,
  ...command,
})

/** What happened to one process: `2027-04-26 08:00 submitted`, in UTC. */
export const story = (rehearsal: Rehearsal, id: string): string[] =>
  rehearsal.ledger
    .filter((entry) => entry.id === id)
    .map(({ at, type }) => `${at.slice(0, 16).replace('T', ' ')} ${type}`)

/** Whose days a reader lives by: a partner's contact by those of their own country. */
export const readerOf = (correspondence: string): ReaderDays => {
  const partner = school.partners.find(({ id }) => correspondence.startsWith(`correspondence/${id}-c`))
  return partner
    ? { calendar: rules.calendarOf(partner), kind: 'partner' }
    : { calendar: rules.calendar, kind: 'school' }
}
