import { registrar } from '../../../domain/actor.ts'
import type { Agreement } from '../../../domain/agreement/agreement.ts'
import { agreementId } from '../../../domain/agreement/ids.ts'
import { agreement } from '../../../domain/agreement/process.ts'
import type { CommandTo } from '../../../domain/catalogue.ts'
import { Rehearsal, type World } from '../../../domain/rehearsal.ts'
import type { Roster } from '../../../domain/roster.ts'
import { civil, instant } from '../../../domain/time.ts'
import { act, roster, world } from '../school.ts'
import { entriesOf, refusal, until } from '../stage.ts'

export type AgreementCommand = CommandTo<'agreement'>
export type Drafted = (AgreementCommand & { type: 'draftAgreement' })['input']
export type Content = Omit<Drafted, 'signedOn' | 'renews'>

export const first = agreementId(1)
export const second = agreementId(2)

/** Exchanges with one partner for two years from 1 September 2027, of interest to two research centres. */
export const content = (changes: Partial<Content> = {}): Content => ({
  title: 'Exchanges of students',
  kind: 'exchange',
  partners: ['usth'],
  withImt: false,
  centres: ['cmp', 'cis'],
  validity: { from: civil('2027-09-01'), until: civil('2029-08-31') },
  noticeMonths: 6,
  places: [
    { direction: 'incoming', level: 'master', year: 2027, places: 4 },
    { direction: 'outgoing', level: 'master', year: 2027, places: 2 },
  ],
  ...changes,
})
export const drafted = (changes: Partial<Drafted> = {}): AgreementCommand => ({
  type: 'draftAgreement',
  input: { ...content(), ...changes },
})

export const agreementOf = (stage: Rehearsal, id = first): Agreement => agreement.fold(id, entriesOf(stage, id)).state

interface Acting {
  readonly at: string
  readonly by?: string
  readonly id?: `agreement/${string}`
  readonly on?: Roster
}
/** Lets the clock run, then one person act on an agreement. */
export const acts = (
  stage: Rehearsal,
  { at, by = 'officer', id = first, on = roster }: Acting,
  command: AgreementCommand,
): Promise<void> => stage.run([act(at, by, id, command, on)], instant(at))

/** The code with which it is refused. */
export const refusedOn = (
  stage: Rehearsal,
  command: AgreementCommand,
  acting: Acting = { at: '2027-01-11T09:00:00Z' },
): ReturnType<typeof refusal> => refusal(acts(stage, acting, command))

/** What happened of a kind of reminder, each at its instant: `2027-01-24T23:00:00.000Z centre:cmp -7` */
export const reminders = (stage: Rehearsal, kind: string, id: string = first): string[] =>
  entriesOf(stage, id).flatMap(({ type, at, data }) => {
    const [of, about, , days] = type === 'reminded' && 'key' in data ? String(data.key).split('/') : []
    return of === kind
      ? [`${at} ${about ?? ''} ${days ?? ''}${'skipped' in data ? ` ${String(data.skipped)}` : ''}`]
      : []
  })

/** Drafted on Monday 11 January 2027, 10:00 in Paris. */
export async function draft(changes: Partial<Drafted> = {}, worldly: Partial<World> = {}): Promise<Rehearsal> {
  const stage = new Rehearsal(world(worldly))
  await acts(stage, { at: '2027-01-11T09:00:00Z', ...(worldly.roster && { on: worldly.roster }) }, drafted(changes))
  return stage
}
/** Both centres asked that morning: they answer until Monday 1 February. */
export async function asked(changes: Partial<Drafted> = {}, worldly: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await draft(changes, worldly)
  await acts(
    stage,
    { at: '2027-01-11T10:00:00Z', ...(worldly.roster && { on: worldly.roster }) },
    { type: 'askOpinions', input: {} },
  )
  return stage
}
export const favourable = (centre: string): AgreementCommand => ({
  type: 'giveOpinion',
  input: { centre, opinion: 'favourable' },
})
/** Both centres in favour, on 12 and 13 January: in legal review until Wednesday 3 February. */
export async function reviewed(changes: Partial<Drafted> = {}): Promise<Rehearsal> {
  const stage = await asked(changes)
  await acts(stage, { at: '2027-01-12T09:00:00Z', by: 'centre-head.cmp' }, favourable('cmp'))
  await acts(stage, { at: '2027-01-13T09:00:00Z', by: 'centre-head.cis' }, favourable('cis'))
  return stage
}
/** Cleared on 20 January, sent on 21 January. */
export async function sent(changes: Partial<Drafted> = {}): Promise<Rehearsal> {
  const stage = await reviewed(changes)
  await acts(stage, { at: '2027-01-20T09:00:00Z', by: 'legal' }, { type: 'clearLegally', input: {} })
  await acts(stage, { at: '2027-01-21T09:00:00Z' }, { type: 'sendToPartner', input: { sentOn: civil('2027-01-21') } })
  return stage
}
/** Signed on 15 March 2027, recorded a day later. */
export async function signed(changes: Partial<Drafted> = {}): Promise<Rehearsal> {
  const stage = await sent(changes)
  await acts(
    stage,
    { at: '2027-03-16T09:00:00Z' },
    { type: 'recordSignature', input: { signedOn: civil('2027-03-15') } },
  )
  return stage
}
/** Written down on 11 January 2027, signed long before. */
export const known = (
  from: string,
  until: string,
  changes: Partial<Drafted> = {},
  worldly: Partial<World> = {},
): Promise<Rehearsal> =>
  draft(
    {
      validity: { from: civil(from), until: civil(until) },
      signedOn: civil('2020-05-04'),
      places: [],
      ...changes,
    },
    worldly,
  )

/** When each step of the renewal asked, and whom: `2028-08-30T22:00:00.000Z 12 headOfOffice` */
export const steps = (stage: Rehearsal, id: string = first): string[] =>
  entriesOf(stage, id).flatMap(({ type, at, data }) =>
    type === 'renewalAsked' && 'months' in data && 'of' in data
      ? [`${at} ${String(data.months)} ${String(data.of)}`]
      : [],
  )

/** The register tells an agreement of a merger, as the one that edits it does. */
export const merges = (
  stage: Rehearsal,
  at: string,
  { partner = 'usth', into = 'usj', on }: { readonly partner?: string; readonly into?: string; readonly on: string },
): Promise<void> =>
  stage.run(
    [
      {
        at: instant(at),
        actor: registrar,
        to: first,
        type: 'noteMerger',
        input: { partner, into, on: civil(on) },
      },
    ],
    instant(at),
  )

/** Lives in which an agreement waits for everything it ever waits for. */
export async function everyWait(): Promise<readonly Rehearsal[]> {
  const undecided = await signed()
  await until(undecided, '2029-09-02T00:00:00Z')
  const renewing = await known('2020-09-01', '2027-12-31')
  const at = '2027-02-01T09:00:00Z'
  await acts(
    renewing,
    { at, by: 'direction' },
    { type: 'decideOnRenewal', input: { decision: 'renew', reason: 'text-1' } },
  )
  const { partners, validity, noticeMonths, places } = agreementOf(renewing)
  const terms = { partners: [...partners], until: validity.until, noticeMonths, places: [...places] }
  await acts(renewing, { at }, { type: 'proposeAmendment', input: { ...terms, reason: 'text-1' } })
  const ending = await known('2020-09-01', '2029-12-31')
  const notice = { noticedOn: civil('2027-02-01'), endsOn: civil('2027-12-31'), reason: 'text-1' }
  await acts(ending, { at, by: 'direction' }, { type: 'terminate', input: notice })
  const merged = await known('2020-09-01', '2029-08-31')
  await merges(merged, at, { on: '2027-02-01' })
  return [undecided, renewing, ending, merged]
}
