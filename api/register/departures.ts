import type { z } from 'zod'
import { hasRight } from '../../domain/access.ts'
import { keyOf } from '../../domain/id.ts'
import { todayOf } from '../../domain/moment.ts'
import { planCommands } from '../../domain/plan/commands.ts'
import type { PlanStatus } from '../../domain/plan/plan.ts'
import type { Remaining } from '../../domain/register/departure.ts'
import { displayName } from '../../domain/register/person.ts'
import { plusDays } from '../../domain/time.ts'
import { leavingBy } from '../../store/register/departures.ts'
import { base, hrefOf } from '../address.ts'
import type { DepartureView, LeavingView } from '../contracts/register/person.ts'
import { roleInWords } from '../views/roles.ts'
import type { Viewing } from '../views/viewing.ts'

type View = z.output<typeof LeavingView>
type Said = Pick<Viewing, 'words' | 'names'>
type Line = z.output<typeof DepartureView>['remaining'][number]

/** What waits for a successor, in words: `'milestone Joint master opens (usth-2027)'`. */
export function remainingInWords(one: Remaining, { words, names }: Said): string {
  const { remaining } = words.register
  switch (one.kind) {
    case 'pilot':
      return `${remaining.pilot} (${keyOf(one.process)})`
    case 'milestone':
      return `${remaining.milestone} ${one.title} (${keyOf(one.process)})`
    case 'wait':
      return `${remaining.wait} ${one.about} (${keyOf(one.process)})`
    case 'mandate':
      return roleInWords({ words, names })({ role: one.role, centre: one.centre })
    case 'delegate':
      return `${remaining.delegate} ${names.party(one.of)} (${words.day(one.fromOn)} - ${words.day(one.untilOn)})`
  }
}

/** A line of what remains, with where it is handed over. */
export const remainingLine = (one: Remaining, scene: Said): Line => ({
  kind: one.kind,
  words: remainingInWords(one, scene),
  ...placeOf(one),
})

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
  return leaving.map(({ person, lastOn, remaining }) => ({
    person: person._id,
    name: displayName(person),
    lastOn,
    remaining: remaining.map((one) => remainingLine(one, viewing)),
    href: `${base}/people/${person._id}/departure`,
  }))
}
