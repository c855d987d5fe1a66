import type { CommandTo } from '../../../domain/catalogue.ts'
import type { Cycle, CycleFacts } from '../../../domain/cycle/cycle.ts'
import { cycleId } from '../../../domain/cycle/ids.ts'
import type { Invitee } from '../../../domain/cycle/invitable.ts'
import { admissionCycle } from '../../../domain/cycle/process.ts'
import { Rehearsal, type World } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { act, world } from '../school.ts'
import { entriesOf } from '../stage.ts'

export type CycleCommand = CommandTo<'admissionCycle'>
type CycleId = ReturnType<typeof cycleId>
export const engineers = cycleId({ firstYear: 2028, population: 'engineer' })
export const masters = cycleId({ firstYear: 2029, population: 'master' })
export const spring = cycleId({ firstYear: 2028, population: 'exchange', term: 'spring' })

export const cycleOf = (stage: Rehearsal, id: CycleId = engineers): Cycle =>
  admissionCycle.fold(id, entriesOf(stage, id)).state

/** A world in which a cycle knows more than what the register says. */
export const knowing = (facts: Partial<CycleFacts>, changes: Partial<World> = {}): World =>
  world({
    facts: async (id) => (id.startsWith('admissionCycle/') ? { ...partnerFacts(id), ...facts } : partnerFacts(id)),
    ...changes,
  })

/** Lets the clock run, then one person act on a cycle. */
export const acts = (
  stage: Rehearsal,
  { at, by = 'officer', id = engineers }: { at: string; by?: string; id?: CycleId },
  command: CycleCommand,
): Promise<void> => stage.run([act(at, by, id, command)], instant(at))

export const preparation = { type: 'prepare', input: { firstYear: 2028, population: 'engineer' } } as const

/** Those of the academic year 2028/2029, prepared on Monday 13 September 2027: to open on Friday 1 October. */
export async function prepared(on: World = world()): Promise<Rehearsal> {
  const stage = new Rehearsal(on)
  await acts(stage, { at: '2027-09-13T09:00:00Z' }, preparation)
  return stage
}

/** Opened on its day; nominations close on Monday 31 January 2028. */
export async function opened(on: World = world()): Promise<Rehearsal> {
  const stage = await prepared(on)
  await acts(stage, { at: '2027-10-01T08:00:00Z' }, { type: 'open', input: {} })
  return stage
}

/** A partner whose double degree covers any stay, with places for every year. */
export const invitee = (country: string, changes: Partial<Invitee> = {}): Invitee => ({
  country,
  reachable: true,
  agreements: [
    {
      kind: 'doubleDegree',
      signedOn: civil('2020-05-04'),
      validity: { from: civil('2020-09-01'), until: civil('2040-08-31') },
      places: Array.from({ length: 20 }, (_, years) => ({
        direction: 'incoming' as const,
        level: 'master' as const,
        year: 2020 + years,
        places: 2,
      })),
    },
  ],
  ...changes,
})
/** Hanoi, Beirut and Aachen; with Tohoku no agreement was signed. */
export const partners = {
  usth: invitee('VN'),
  usj: invitee('LB'),
  rwth: invitee('DE'),
  tohoku: invitee('JP', { agreements: [] }),
}
export const invitation = (...names: readonly string[]): CycleCommand => ({
  type: 'invite',
  input: { partners: names.map((partner) => ({ partner })) },
})

/** Three partners are invited on Monday 4 October 2027 at 11:00 in Paris. */
export async function invited(on: World = knowing({ partners })): Promise<Rehearsal> {
  const stage = await opened(on)
  await acts(stage, { at: '2027-10-04T09:00:00Z' }, invitation('usth', 'usj', 'rwth'))
  return stage
}

/** The rungs a cycle climbed of a wait: `2027-09-16T22:00:00.000Z -14` */
export const rungs = (stage: Rehearsal, kind: string, id: string = engineers): string[] =>
  entriesOf(stage, id).flatMap(({ type, at, data }) =>
    type === 'reminded' && 'key' in data && String(data.key).startsWith(`${kind}/`)
      ? [`${at} ${String(data.key).split('/').at(-1)}${'skipped' in data ? ` ${String(data.skipped)}` : ''}`]
      : [],
  )
