import type { z } from 'zod'
import { hasRight } from '../../domain/access.ts'
import { keyOf } from '../../domain/id.ts'
import { todayOf } from '../../domain/moment.ts'
import { planIn } from '../../domain/plan/ids.ts'
import { planCommands } from '../../domain/plan/commands.ts'
import type { PlanStatus } from '../../domain/plan/plan.ts'
import type { Carried } from '../../domain/register/centre.ts'
import type { Remaining, WaitedFor } from '../../domain/register/departure.ts'
import { displayName } from '../../domain/register/person.ts'
import type { Subject } from '../../domain/subject.ts'
import { plusDays } from '../../domain/time.ts'
import { ladderKinds } from '../../domain/wait.ts'
import { leavingBy } from '../../store/register/departures.ts'
import { base, hrefOf } from '../address.ts'
import type { DepartureView, LeavingView } from '../contracts/register/person.ts'
import { roleInWords } from '../views/roles.ts'
import { headed, readSubjects, type SubjectOf } from '../views/subjects.ts'
import type { Viewing } from '../views/viewing.ts'

type View = z.output<typeof LeavingView>
type Line = z.output<typeof DepartureView>['remaining'][number]

/** What waits for a successor or goes on, each in words: `'milestone Joint master opens (usth-2027)'`. */
export async function inWords(all: readonly (Remaining | Carried)[], viewing: Viewing): Promise<readonly string[]> {
  const waits = all.flatMap((one) => (one.kind === 'wait' ? [one.process] : []))
  const subjectOf = await readSubjects(viewing.store, waits)
  return all.map((one) => wordsFor(one, { viewing, subjectOf }))
}

function wordsFor(
  one: Remaining | Carried,
  { viewing, subjectOf }: { viewing: Viewing; subjectOf: SubjectOf },
): string {
  const { words, names } = viewing
  const { remaining } = words.register
  switch (one.kind) {
    case 'pilot':
      return `${remaining.pilot} (${keyOf(one.process)})`
    case 'milestone':
      return `${remaining.milestone} ${one.title} (${keyOf(one.process)})`
    case 'plan':
      return `${remaining.plan} ${names.partner(planIn(one.process).partner).name} (${keyOf(one.process)})`
    case 'wait':
      return waitInWords(one, { subject: subjectOf(one.process), viewing })
    case 'mandate':
      return roleInWords({ words, names })({ role: one.role, centre: one.centre })
    case 'delegate':
      return `${remaining.delegate} ${names.party(one.of)} (${words.day(one.fromOn)} - ${words.day(one.untilOn)})`
  }
}

/** `'Approval needed: Centre Ingénierie et Santé (RWTH Aachen, rwth-2027)'`, as agendas head it. */
function waitInWords(
  { process, wait, about }: WaitedFor,
  { subject, viewing }: { subject: Subject; viewing: Viewing },
): string {
  const kind = ladderKinds.find((one) => one === wait)
  const { heading, partner } = kind
    ? headed({ kind, about }, { subject, viewing, reader: 'school' })
    : { heading: wait, partner: null }
  const where = [...(partner === null ? [] : [partner]), keyOf(subject.plan?.id ?? process)]
  return `${heading} (${where.join(', ')})`
}

/** Lines of what remains, each with where it is handed over. */
export async function remainingLines(all: readonly Remaining[], viewing: Viewing): Promise<Line[]> {
  const said = await inWords(all, viewing)
  return all.map((one, n) => ({ kind: one.kind, words: said[n] ?? '', ...placeOf(one) }))
}

function placeOf(one: Remaining): Pick<Line, 'about' | 'href' | 'command'> {
  switch (one.kind) {
    case 'pilot':
      return { about: null, href: hrefOf(one.process), command: commandOn(one.status, 'assignPilot') }
    case 'milestone':
      return { about: one.about, href: hrefOf(one.process), command: commandOn(one.status, 'assignOwner') }
    case 'wait':
      return { about: one.about, href: hrefOf(one.process), command: null }
    case 'mandate':
      return { about: one.role, href: `${base}/people`, command: null }
    case 'delegate':
      return { about: null, href: `${base}/people/${one.of}`, command: null }
  }
}

/** The plan's own command for it, where its status lets it be given; what is not approved yet is revised. */
function commandOn(status: PlanStatus, command: 'assignPilot' | 'assignOwner'): string {
  const from: readonly PlanStatus[] = planCommands[command].from
  return from.includes(status) ? command : 'revise'
}

/** Who leaves within the policy's notice, or has left, while something of theirs has no successor: everyone for who edits people, else oneself. */
export async function leavingView(viewing: Viewing): Promise<View[]> {
  const { store, actor, policy } = viewing
  const today = todayOf(viewing)
  const leaving = await leavingBy(store, {
    by: plusDays(today, policy.departureNoticeDays),
    today,
    only: hasRight(actor, 'editPeople') ? undefined : actor.id.slice('person:'.length),
  })
  return Promise.all(
    leaving.map(async ({ person, lastOn, remaining }) => ({
      person: person._id,
      name: displayName(person),
      lastOn,
      remaining: await remainingLines(remaining, viewing),
      href: `${base}/people/${person._id}/departure`,
    })),
  )
}
