import type { ParticipationFacts } from '../../../domain/participation/participation.ts'
import { standing } from '../../../domain/participation/nominations/nomination.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { standingsOf } from '../../../domain/roster.ts'
import { dayOf, instant } from '../../../domain/time.ts'
import { knowing, partners } from '../cycle/cycle-script.ts'
import { partnerFacts } from '../facts.ts'
import { roster, rules } from '../school.ts'
import { candidates, does, of, participationOf, type ParticipationCommand } from './participation-script.ts'

/** A world in which four people can be nominated, and a participation may know more. */
export function nominating(facts: Partial<ParticipationFacts> = {}): World {
  const known = knowing({ partners })
  return {
    ...known,
    calendarOf: (place) => known.calendarOf(place),
    load: (id) => known.load(id),
    hash: (text) => known.hash(text),
    facts: async (id) =>
      id.startsWith('participation/') ? { ...partnerFacts(id), candidates, ...facts } : known.facts(id),
  }
}

type Nominate = Extract<ParticipationCommand, { type: 'nominate' }>
export const nomination = (candidate: string, changes: Partial<Nominate['input']> = {}): Nominate => ({
  type: 'nominate',
  input: { candidate, wishes: ['icm'], channel: 'jointCampaign', ...changes },
})

/** The partner's own contact acts. */
export const partnerDoes = (stage: Rehearsal, at: string, command: ParticipationCommand): Promise<void> => {
  const actor = { id: 'person:usth-c1', standings: standingsOf('usth-c1', roster, dayOf(instant(at), rules.calendar)) }
  return stage.run([{ at: instant(at), actor, to: of('usth'), ...command }], instant(at))
}

/** Whom a partner nominated, the most wanted first. */
export const ranked = (stage: Rehearsal, partner = 'usth'): string[] =>
  standing(participationOf(stage, partner)).map(({ id, candidate }) => `${id} ${candidate}`)

/** Several are nominated on 2 November 2027, in that order. */
export async function nominated(stage: Rehearsal, ...names: readonly string[]): Promise<void> {
  for (const name of names) await does(stage, { at: '2027-11-02T09:00:00Z' }, nomination(name))
}
