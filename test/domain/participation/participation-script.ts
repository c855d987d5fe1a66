import { contactByLink } from '../../../domain/actor.ts'
import type { CommandTo } from '../../../domain/catalogue.ts'
import { participationId } from '../../../domain/participation/ids.ts'
import type { Participation } from '../../../domain/participation/participation.ts'
import { participation } from '../../../domain/participation/process.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { dayOf, instant } from '../../../domain/time.ts'
import { knowing, partners } from '../cycle/cycle-script.ts'
import { partnerFacts } from '../facts.ts'
import { act, roster, rules } from '../school.ts'
import { entriesOf } from '../stage.ts'

/** Everyone who can be nominated. */
export const candidates = ['c1', 'c2', 'c3', 'c4']
export type ParticipationCommand = CommandTo<'participation'>
export const of = (partner: string): ReturnType<typeof participationId> => participationId('2028-engineer', partner)

export const participationOf = (stage: Rehearsal, partner: string): Participation =>
  participation.fold(of(partner), entriesOf(stage, of(partner))).state

/** Lets the clock run, then one person act on a participation. */
export const does = (
  stage: Rehearsal,
  { at, by = 'officer', partner = 'usth' }: { at: string; by?: string; partner?: string },
  command: ParticipationCommand,
): Promise<void> => stage.run([act(at, by, of(partner), command)], instant(at))

/** Lets the clock run, then a partner's contact act by the link of their mail. */
export const asks = (
  stage: Rehearsal,
  { at, contact = 'usth-c1', partner = 'usth' }: { at: string; contact?: string; partner?: string },
  { type, input }: ParticipationCommand,
): Promise<void> => {
  const on = dayOf(instant(at), rules.calendar)
  const actor = contactByLink(contact, { file: of(partner), roster, on })
  return stage.run([{ at: instant(at), actor, to: of(partner), type, input }], instant(at))
}

/** A world in which some partners cannot be written to, for as long as they are in that list. */
export function losing(lost: readonly string[]): World {
  const known = knowing({ partners })
  return {
    ...known,
    calendarOf: (place) => known.calendarOf(place),
    load: (id) => known.load(id),
    hash: (text) => known.hash(text),
    facts: async (id) =>
      id.startsWith('participation/')
        ? { ...partnerFacts(id), candidates, reachable: !lost.some((one) => id === of(one)) }
        : known.facts(id),
  }
}
