import { centreApproval } from '../../domain/approval/process.ts'
import type { Approval } from '../../domain/approval/approval.ts'
import type { CommandTo } from '../../domain/catalogue.ts'
import { approvalId } from '../../domain/plan/ids.ts'
import type { Plan, Opinion, PlanContent } from '../../domain/plan/plan.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import { Refusal, type RefusalCode } from '../../domain/refusals.ts'
import { Rehearsal, type Happened, type World } from '../../domain/rehearsal.ts'
import type { Roster } from '../../domain/roster.ts'
import { civil, instant } from '../../domain/time.ts'
import { content, submitted, usth } from './plan-script.ts'
import { act, person, roster, world } from './school.ts'

export type PlanCommand = CommandTo<'partnershipPlan'>

/** What one process wrote. */
export const entriesOf = ({ ledger }: Rehearsal, id: string): readonly Happened[] =>
  ledger.filter((entry) => entry.id === id)
export const planOf = (stage: Rehearsal): Plan => partnershipPlan.fold(usth, entriesOf(stage, usth)).state
export const approvalOf = (stage: Rehearsal, centre: string, version = 1): Approval => {
  const id = approvalId(usth, { centre, version })
  return centreApproval.fold(id, entriesOf(stage, id)).state
}

/** Lets the clock run, that moment included. */
export const until = (stage: Rehearsal, at: string): Promise<void> => stage.run([], instant(at))

/** Lets the clock run, then one person act on the plan: `await acts(stage, { at, by: 'pilot' }, { type: 'submit', input: {} })` */
export const acts = (
  stage: Rehearsal,
  { at, by, on = roster }: { at: string; by: string; on?: Roster },
  command: PlanCommand,
): Promise<void> => stage.run([act(at, by, usth, command, on)], instant(at))

export interface Saying {
  readonly at: string
  readonly by: string
  readonly centre: string
  readonly says?: Opinion
  readonly version?: number
  readonly on?: Roster
}
/** Lets the clock run, then one person answer for a centre what it was asked. */
export function says(
  stage: Rehearsal,
  { at, by, centre, says: opinion = 'approved', version = 1, on = roster }: Saying,
): Promise<void> {
  const hash = approvalOf(stage, centre, version).asked?.hash ?? ''
  const input = opinion === 'approved' ? { opinion, hash } : { opinion, hash, reason: 'text-1' }
  return stage.run([act(at, by, approvalId(usth, { centre, version }), { type: 'give', input }, on)], instant(at))
}

/** A plan submitted on Monday 26 April 2027, 10:00 in Paris, before its two centres. */
export async function asking(changes: Partial<World> = {}, written: PlanContent = content()): Promise<Rehearsal> {
  const stage = new Rehearsal(world(changes))
  await stage.run(submitted(written), instant('2027-04-26T08:00:00Z'))
  return stage
}
/** Both centres approved, on 28 and 29 April 2027. */
export async function agreed(changes: Partial<World> = {}, written: PlanContent = content()): Promise<Rehearsal> {
  const stage = await asking(changes, written)
  await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
  await says(stage, { at: '2027-04-29T08:00:00Z', by: 'centre-head.cis', centre: 'cis' })
  return stage
}
/** Validated on 30 April 2027; it starts on 1 September. */
export async function approved(changes: Partial<World> = {}, written: PlanContent = content()): Promise<Rehearsal> {
  const stage = await agreed(changes, written)
  await acts(stage, { at: '2027-04-30T08:00:00Z', by: 'direction' }, { type: 'validate', input: {} })
  return stage
}

/** The accounts as shipped, some of them away. */
export const away = (absences: Readonly<Record<string, { from: string; to: string; delegate?: string }>>): Roster =>
  roster.map((member) => {
    const account = Object.keys(absences).find((name) => person(name) === member.id)
    const absence = account ? absences[account] : undefined
    if (!absence) return member
    const { from, to, delegate } = absence
    return {
      ...member,
      absences: [{ fromOn: civil(from), untilOn: civil(to), ...(delegate && { delegate: person(delegate) }) }],
    }
  })

/** Someone who may lead a partnership, too. */
export const mayLead = (account: string, of: Roster = roster): Roster =>
  of.map((one) =>
    one.id === person(account)
      ? { ...one, mandates: [{ role: 'pilot' as const, fromOn: civil('2026-09-01') }, ...one.mandates] }
      : one,
  )

/** The digests that a party was sent: when, in Universal Time, and of which kinds. */
const digests = (stage: Rehearsal, party: string): { readonly at: string; readonly kinds: readonly string[] }[] =>
  entriesOf(stage, `correspondence/${party}`).flatMap(({ at, type, data }) =>
    type === 'digested' && 'notices' in data && Array.isArray(data.notices)
      ? [{ at: at.slice(0, 16).replace('T', ' '), kinds: data.notices.map(({ kind }: { kind: string }) => kind) }]
      : [],
  )

/** The mails a contact of a partner was sent: `2027-04-27 01:30 partnerOpinion`, in UTC. */
export const mailsToContact = (stage: Rehearsal, contact: string): string[] =>
  digests(stage, contact).map(({ at, kinds }) => `${at} ${kinds.join(', ')}`)

/** The mails someone was sent: `2027-05-24 06:30 approval, validation`, in UTC; that a partner's contact confirms themselves is told elsewhere. */
export const mailsTo = (stage: Rehearsal, account: string): string[] =>
  digests(stage, person(account)).flatMap(({ at, kinds }) => {
    const told = kinds.filter((kind) => kind !== 'confirmation')
    return told.length > 0 ? [`${at} ${told.join(', ')}`] : []
  })

/** The rungs that the plan climbed of a wait, each on its day in Universal Time, the eve of the one in Paris: `2028-05-24 -7` */
export const climbed = (stage: Rehearsal, subject: string): string[] =>
  entriesOf(stage, usth).flatMap(({ at, type, data }) =>
    type === 'reminded' && 'key' in data && String(data.key).startsWith(`${subject}/`)
      ? [`${at.slice(0, 10)} ${String(data.key).split('/').at(-1) ?? ''}`]
      : [],
  )

/** The code with which an act is refused; fails when it is not. */
export const refusal = (attempt: Promise<unknown>): Promise<RefusalCode> =>
  attempt.then(
    () => {
      throw new Error('nothing was refused')
    },
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )

/** Why an act was refused, with its fields. */
export const fieldsOf = (attempt: Promise<unknown>): Promise<object> =>
  attempt.then(
    () => {
      throw new Error('nothing was refused')
    },
    (error: unknown) => {
      if (error instanceof Refusal) return { code: error.code, ...error.fields }
      throw error
    },
  )
