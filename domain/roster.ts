import { holdsMandate, mandatesOn } from './mandates.ts'
import { isWithin, type Period } from './period.ts'
import { plusDays, type CivilDate } from './time.ts'

/** The roles a person of the school can hold; a research centre's head and deputy hold theirs for that centre. */
export const roles = [
  'pilot',
  'centreHead',
  'centreDeputy',
  'officer',
  'headOfOffice',
  'direction',
  'qualityOfficer',
  'legalOfficer',
  'dataProtection',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

export interface Mandate extends Period {
  readonly role: Role
  /** The research centre, for its head and deputy. */
  readonly centre?: string | undefined
  /** Held for the time being. */
  readonly acting?: true | undefined
}
export interface Absence extends Period {
  readonly untilOn: CivilDate
  /** Who acts meanwhile; nobody, and the ladder's rung is skipped (R7). */
  readonly delegate?: string | undefined
}
export interface Member {
  readonly id: string
  readonly mandates: readonly Mandate[]
  readonly absences: readonly Absence[]
  /** The partner institution for which a contact answers; people of the school have none. */
  readonly partner?: string | undefined
  /** The days on which they do: a partner that merged is answered for by its successor's contact from its day on. */
  readonly answersFromOn?: CivilDate | undefined
  readonly answersUntilOn?: CivilDate | undefined
}

/** An address: `person:p12`, `head:cmp`, `deputy:cmp`, `role:direction`, `partner:usth`, `candidate:c81f`, `process:centreApproval/…`, `clock`. Never a name. */
export type Party = string

/** A party someone stands for, and the person they stand in for where it is by delegation. */
export interface Standing {
  readonly party: Party
  readonly through?: string | undefined
}

/** Who holds what at the school, and who answers for each partner; read from the register before a step. */
export type Roster = readonly Member[]

const candidateMark = 'candidate:'

/** A candidate, by the id of the register: they stand for themselves alone, without a mandate and without anyone who lends or is lent one. */
export const candidateParty = (candidate: string): Party => candidateMark + candidate

const candidatesOf = (party: Party): readonly Member[] | undefined =>
  party.startsWith(candidateMark) ? [{ id: party.slice(candidateMark.length), mandates: [], absences: [] }] : undefined

const partyOf = ({ role, centre }: Mandate): Party => {
  if (role === 'centreHead') return `head:${centre ?? ''}`
  if (role === 'centreDeputy') return `deputy:${centre ?? ''}`
  return `role:${role}`
}

const answersOn = ({ answersFromOn, answersUntilOn }: Member, on: CivilDate): boolean =>
  (answersFromOn === undefined || answersFromOn <= on) && (answersUntilOn === undefined || on <= answersUntilOn)

const ownParties = (member: Member, on: CivilDate): readonly Party[] => [
  `person:${member.id}`,
  ...(member.partner !== undefined && answersOn(member, on) ? [`partner:${member.partner}`] : []),
  ...mandatesOn(member, on).map(partyOf),
]

const absenceOf = (member: Pick<Member, 'absences'>, on: CivilDate): Absence | undefined =>
  member.absences.find((absence) => isWithin(on, absence))

/** Roles that look on or run the installation: they decide nothing of a partnership, so nobody can lend them a decision (R7). */
const watching: readonly Role[] = ['auditor', 'administrator']

/** Whether someone holds mandates on a day, and all of them only look on or administer. */
export function onlyWatches(member: Pick<Member, 'mandates'>, on: CivilDate): boolean {
  const held = mandatesOn(member, on)
  return held.length > 0 && held.every(({ role }) => watching.includes(role))
}

/** Whether someone may act for another on a day: whoever only looks on or administers stands in for their like alone (R7). */
export function mayStandIn(
  delegate: Pick<Member, 'mandates'>,
  absent: Pick<Member, 'mandates'>,
  on: CivilDate,
): boolean {
  if (!onlyWatches(delegate, on)) return true
  const [own, lent] = [mandatesOn(delegate, on), mandatesOn(absent, on)]
  return lent.length > 0 && lent.every(({ role }) => own.some((one) => one.role === role))
}

/** Who acts for someone that day while they are away: what was asked of them is asked of that person (R7). */
export function standInOf(
  member: Pick<Member, 'mandates' | 'absences'>,
  roster: Roster,
  on: CivilDate,
): Member | undefined {
  const delegate = absenceOf(member, on)?.delegate
  return roster.find((other) => other.id === delegate && mayStandIn(other, member, on))
}

/**
 * Every party a person stands for on a day: their own, their mandates', and those of whoever named them delegate for
 * that day. Delegation does not pass on: a delegate's delegate stands for nobody else.
 */
export function standingsOf(id: string, roster: Roster, on: CivilDate): readonly Standing[] {
  const { standings } = dayIn(roster, on)
  const known = standings.get(id) ?? standingsIn(roster, id, on)
  standings.set(id, known)
  return known
}

function standingsIn(roster: Roster, id: string, on: CivilDate): readonly Standing[] {
  // A contact who answers for several partners is there once for each.
  const [member, ...again] = roster.filter((other) => other.id === id)
  if (!member) return []
  const parties = [member, ...again].flatMap((one) => ownParties(one, on))
  const own = [...new Set(parties)].map((party) => ({ party }))
  const lent = roster
    .filter((other) => other.id !== id && absenceOf(other, on)?.delegate === id && mayStandIn(member, other, on))
    .flatMap((absent) => ownParties(absent, on).map((party) => ({ party, through: absent.id })))
  return [...own, ...lent]
}

/** Someone who answers for a party on a day, and for whom they do so where it is by delegation. */
export interface Holder {
  readonly id: string
  readonly through?: string | undefined
}

/** Whether someone is there on a day: whoever holds none of their mandates then has left, or is yet to come. Contacts have none. */
const belongs = (member: Member, on: CivilDate): boolean => member.mandates.length === 0 || holdsMandate(member, on)

type Held = ReadonlyMap<Party, readonly Member[]>

/** What is known of a roster on one day: who holds each party that anyone was ever given, and what each person stands for who was asked about. */
interface Day {
  readonly held: Held
  readonly standings: Map<string, readonly Standing[]>
}

// A roster never changes, and who holds what in it is asked for again at every step.
const known = new WeakMap<Roster, Map<CivilDate, Day>>()

function dayIn(roster: Roster, on: CivilDate): Day {
  const days = known.get(roster) ?? new Map<CivilDate, Day>()
  known.set(roster, days)
  const before = days.get(on)
  if (before) return before
  const day = { held: byParty(roster, on), standings: new Map<string, readonly Standing[]>() }
  if (days.size > mostDays) days.clear()
  days.set(on, day)
  return day
}
// A rehearsal of years asks for thousands of days of one roster, and again and again for the latest.
const mostDays = 50

/** Who holds each party on a day that anyone was ever given, present or not; nobody where they have left or are yet to come. */
const heldOn = (roster: Roster, on: CivilDate): Held => dayIn(roster, on).held

function byParty(roster: Roster, on: CivilDate): Held {
  const held = new Map<Party, Member[]>()
  for (const member of roster)
    for (const party of new Set(ownParties(member, on))) {
      const members = held.get(party) ?? []
      if (belongs(member, on)) members.push(member)
      held.set(party, members)
    }
  return held
}

const membersFor = (party: Party, roster: Roster, on: CivilDate): readonly Member[] =>
  candidatesOf(party) ?? heldOn(roster, on).get(party) ?? []

/**
 * Who answers for a party on a day: its holders who are present, and for those who are absent their delegates who are. Whoever
 * has left answers for nothing, not even for what is still theirs.
 */
export function holdersOf(party: Party, roster: Roster, on: CivilDate): readonly Holder[] {
  return membersFor(party, roster, on).flatMap((member): readonly Holder[] => {
    if (!absenceOf(member, on)) return [{ id: member.id }]
    const delegate = standInOf(member, roster, on)
    return delegate && belongs(delegate, on) && !absenceOf(delegate, on)
      ? [{ id: delegate.id, through: member.id }]
      : []
  })
}

/** Whether nobody comes back for a party: no one holds it that day, present or absent. */
export const isVacant = (party: Party, roster: Roster, on: CivilDate): boolean =>
  membersFor(party, roster, on).length === 0

/** Whether someone holds a party on a day, present or not. */
export const isHeldBy = (party: Party, id: string, { roster, on }: { roster: Roster; on: CivilDate }): boolean =>
  party === candidateParty(id) || roster.some((member) => member.id === id && ownParties(member, on).includes(party))

/** Every day on which others may answer than the day before: mandates and absences begin and end. In order. */
export const turnsOf = (roster: Roster): readonly CivilDate[] => {
  const spans = roster.flatMap(({ mandates, absences }) => [...mandates, ...absences])
  const days = spans.flatMap(({ fromOn, untilOn }) => [fromOn, ...(untilOn ? [plusDays(untilOn, 1)] : [])])
  return [...new Set(days)].toSorted()
}

/** Who answers for each party, as persons' ids. */
export type Answering = Readonly<Record<Party, readonly string[]>>

/** Who answers on a day for every party that anyone holds then. */
export function answeringOn(roster: Roster, on: CivilDate): Answering {
  const idsOf = (party: Party): string[] => holdersOf(party, roster, on).map(({ id }) => id)
  return Object.fromEntries([...heldOn(roster, on).keys()].toSorted().map((party) => [party, idsOf(party).toSorted()]))
}

/** The parties for which others answer than before. */
export const answeredByOthers = (before: Answering, now: Answering): readonly Party[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (party) => (before[party] ?? []).join() !== (now[party] ?? []).join(),
  )
