import type { CommandTo } from '../../../domain/catalogue.ts'
import type { Label } from '../../../domain/label/label.ts'
import { labelFile } from '../../../domain/label/process.ts'
import { labelId } from '../../../domain/label/span.ts'
import { Rehearsal, type World } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { act, world } from '../school.ts'
import { entriesOf } from '../stage.ts'

export type LabelCommand = CommandTo<'labelFile'>
export const bienvenue = labelId('bienvenue-en-france', 2024)
export const renewed = labelId('bienvenue-en-france', 2028)

/** Given for four years, to the whole school. Its last day is 31 August 2028, so its renewal opens on 28 February 2027 (R3). */
export const registration = (changes: Partial<(LabelCommand & { type: 'register' })['input']> = {}): LabelCommand => ({
  type: 'register',
  input: {
    label: 'bienvenue-en-france',
    firstYear: 2024,
    name: 'Bienvenue en France',
    scope: { covers: 'school' },
    criteria: [
      { id: 'welcome', title: 'Reception of international students' },
      { id: 'teaching', title: 'Courses open to them' },
    ],
    validity: { from: civil('2024-09-01'), until: civil('2028-08-31') },
    ...changes,
  },
})

export const labelOf = (stage: Rehearsal, id = bienvenue): Label => labelFile.fold(id, entriesOf(stage, id)).state

/** Lets the clock run, then one person act on a label. */
export const acts = (
  stage: Rehearsal,
  { at, by = 'quality', id = bienvenue }: { at: string; by?: string; id?: `labelFile/${string}` },
  command: LabelCommand,
): Promise<void> => stage.run([act(at, by, id, command)], instant(at))

/** Registered on Monday 11 January 2027, eighteen months and more before its end. */
export async function registered(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = new Rehearsal(world(changes))
  await acts(stage, { at: '2027-01-11T09:00:00Z' }, registration())
  return stage
}

/** Visited on 5 October 2027: self-evaluation begun on 10 March, submitted on 15 June. */
export async function visited(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await registered(changes)
  await acts(stage, { at: '2027-03-10T09:00:00Z' }, { type: 'startSelfEvaluation', input: {} })
  await acts(
    stage,
    { at: '2027-06-16T09:00:00Z' },
    { type: 'submitSelfEvaluation', input: { submittedOn: civil('2027-06-15') } },
  )
  await acts(stage, { at: '2027-10-06T09:00:00Z' }, { type: 'recordVisit', input: { visitedOn: civil('2027-10-05') } })
  return stage
}

/** Awarded anew on 1 December 2027, for four years from the day after its end. */
export async function awarded(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await visited(changes)
  await acts(
    stage,
    { at: '2027-12-02T09:00:00Z' },
    {
      type: 'recordDecision',
      input: {
        decision: 'awarded',
        decidedOn: civil('2027-12-01'),
        from: civil('2028-09-01'),
        until: civil('2032-08-31'),
      },
    },
  )
  return stage
}
