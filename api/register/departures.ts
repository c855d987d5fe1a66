import type { z } from 'zod'
import { planCommands } from '../../domain/plan/commands.ts'
import type { PlanStatus } from '../../domain/plan/plan.ts'
import type { Remaining } from '../../domain/register/departure.ts'
import { base, hrefOf, keyOf } from '../address.ts'
import type { DepartureView } from '../contracts/register/person.ts'
import type { Scene } from './scene.ts'

type Line = z.output<typeof DepartureView>['remaining'][number]

/** What waits for a successor, in words: `'milestone m1 (usth-2027)'`. */
export function remainingInWords(one: Remaining, { words, names }: Pick<Scene, 'words' | 'names'>): string {
  const { remaining } = words.register
  switch (one.kind) {
    case 'pilot':
      return `${remaining.pilot} (${keyOf(one.process)})`
    case 'milestone':
    case 'wait':
      return `${remaining[one.kind]} ${one.about} (${keyOf(one.process)})`
    case 'mandate':
      return words.role({ role: one.role, centre: one.centre && names.centre(one.centre).name })
    case 'delegate':
      return `${remaining.delegate} ${one.of} (${words.day(one.fromOn)} - ${words.day(one.untilOn)})`
  }
}

/** A line of what remains, with where it is handed over. */
export const remainingLine = (one: Remaining, scene: Scene): Line => ({
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
