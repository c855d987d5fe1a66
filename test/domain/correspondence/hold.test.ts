import { expect } from 'chai'
import { processActor } from '../../../domain/actor.ts'
import { correspondence } from '../../../domain/correspondence/process.ts'
import type { Notice } from '../../../domain/correspondence/correspondence.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, endOf, instant, type Instant } from '../../../domain/time.ts'
import { wordsOf } from '../../../locales/words.ts'
import { act, person, rules, story, world } from '../school.ts'
import { entriesOf, mailsTo, refusal, until } from '../stage.ts'

const contact = 'correspondence/usj-c1' as const
const plan = 'partnershipPlan/usj-2027'

/** A contact in Beirut, whose mail an officer holds from Monday 7 June 2027 until Friday 18 June included. */
async function held(untilOn = '2027-06-18'): Promise<Rehearsal> {
  const stage = new Rehearsal(world())
  await tell(stage, '2027-06-07T07:00:00Z', 'news', { kind: 'planStarted' })
  await hold(stage, '2027-06-07T08:00:00Z', untilOn)
  return stage
}
const hold = (stage: Rehearsal, at: string, untilOn: string, by = 'officer'): Promise<void> =>
  stage.run([act(at, by, contact, { type: 'hold', input: { reason: 'text-1', untilOn: civil(untilOn) } })], instant(at))
const release = (stage: Rehearsal, at: string): Promise<void> =>
  stage.run([act(at, 'officer', contact, { type: 'release', input: {} })], instant(at))
const ask = (stage: Rehearsal, at: string, command: { type: string; input: unknown }): Promise<void> =>
  stage.run([{ at: instant(at), actor: processActor(plan), to: contact, ...command }], instant(at))
const tell = (stage: Rehearsal, at: string, key: string, more: Partial<Notice>): Promise<void> =>
  ask(stage, at, {
    type: 'receive',
    input: { key, subject: `${plan}#${key}`, about: 'm1', kind: 'milestone', ...more },
  })
const settle = (stage: Rehearsal, at: string, key: string): Promise<void> =>
  ask(stage, at, { type: 'withdraw', input: { subject: `${plan}#${key}`, reason: 'settled' } })
const dated = (on: string): Partial<Notice> => ({
  untilOn: civil(on),
  passesAt: endOf(civil(on), rules.calendar),
})
const digested = (stage: Rehearsal): { at: Instant; notices: Notice[] }[] =>
  entriesOf(stage, contact).flatMap(({ at, type, data }) =>
    type === 'digested' && 'notices' in data && Array.isArray(data.notices) ? [{ at, notices: data.notices }] : [],
  )
const digests = (stage: Rehearsal): string[] =>
  digested(stage).map(({ at, notices }) => `${at} ${notices.map(({ key }) => key).join(' ')}`)

describe('mail that an officer holds', () => {
  it('goes in one digest at the first window after its last day, with what still holds then', async () => {
    const stage = await held()
    await tell(stage, '2027-06-08T07:00:00Z', 'settled meanwhile', dated('2027-06-30'))
    await tell(stage, '2027-06-09T07:00:00Z', 'passes meanwhile', dated('2027-06-11'))
    await tell(stage, '2027-06-10T07:00:00Z', 'to come', dated('2027-06-30'))
    await settle(stage, '2027-06-15T07:00:00Z', 'settled meanwhile')
    await until(stage, '2027-07-01T00:00:00Z')
    // 18 June is over at 22:00 in Universal Time; Monday 21 June, 08:30 in Beirut.
    expect(story(stage, contact)).to.include('2027-06-18 22:00 released')
    expect(digests(stage)).to.deep.equal(['2027-06-21T05:30:00.000Z news passes meanwhile to come'])
  })

  it('tells what passed meanwhile as late, counted from the day of the mail, in both languages', async () => {
    const stage = await held()
    await tell(stage, '2027-06-09T07:00:00Z', 'passes meanwhile', { ...dated('2027-06-11'), days: -2 })
    await until(stage, '2027-07-01T00:00:00Z')
    const sent = digested(stage).flatMap(({ at, notices }) => notices.map((notice) => ({ ...notice, now: at })))
    const late = sent.find(({ key }) => key === 'passes meanwhile')
    const distances = (['en', 'fr'] as const).map((language) => {
      const zones = { school: rules.calendar, readerZone: 'Asia/Beirut' }
      const words = late && wordsOf(language).notice(late.kind, { ...late, ...zones, ladders: rules.policy.ladders })
      return [words?.late, words?.distance]
    })
    expect(distances).to.deep.equal([
      [true, '10 days late.'],
      [true, '10 jours de retard.'],
    ])
  })

  it('goes at the next window after a release by hand', async () => {
    const stage = await held()
    await tell(stage, '2027-06-08T07:00:00Z', 'dated', dated('2027-06-30'))
    await release(stage, '2027-06-10T09:00:00Z')
    await until(stage, '2027-07-01T00:00:00Z')
    expect(digests(stage)).to.deep.equal(['2027-06-11T05:30:00.000Z news dated'])
    expect(story(stage, contact).filter((line) => line.endsWith('released'))).to.have.length(1)
  })

  it('held again waits until the later word says, sooner or later', async () => {
    for (const [untilOn, sentAt] of [
      ['2027-06-25', '2027-06-28T05:30:00.000Z'],
      ['2027-06-15', '2027-06-16T05:30:00.000Z'],
    ] as const) {
      const stage = await held()
      await hold(stage, '2027-06-14T08:00:00Z', untilOn, 'administrator')
      await until(stage, '2027-07-01T00:00:00Z')
      expect(digests(stage), untilOn).to.deep.equal([`${sentAt} news`])
    }
  })

  it('goes neither by hand nor because it is urgent; whoever holds it hears of what is urgent while it waits', async () => {
    const sending = { ...rules.policy.sending, urgentKinds: ['planReturned' as const] }
    const stage = new Rehearsal(world({ policy: { ...rules.policy, sending } }))
    await hold(stage, '2027-06-07T08:00:00Z', '2027-06-18')
    await tell(stage, '2027-06-09T08:00:00Z', 'urgent', { kind: 'planReturned' })
    const now = act('2027-06-09T09:00:00Z', 'officer', contact, { type: 'sendNow', input: { reason: 'text-1' } })
    expect(await refusal(stage.act(now))).to.equal('correspondence.held')
    await until(stage, '2027-07-01T00:00:00Z')
    // On any day from 07:00 in Beirut: Saturday 19 June.
    expect(digests(stage)).to.deep.equal(['2027-06-19T04:00:00.000Z urgent'])
    expect(mailsTo(stage, 'officer')).to.deep.equal(['2027-06-10 06:30 urgentHeld', '2027-06-15 06:30 hold'])
  })

  it('is a wait of those who may release it, who hear three days before its last day', async () => {
    const stage = await held()
    await until(stage, '2027-06-14T22:00:00Z')
    const file = await stage.file(contact)
    if (!correspondence.owns(file)) throw new Error('no correspondence')
    expect(correspondence.waits(file, rules).find(({ kind }) => kind === 'hold')).to.include({
      from: 'steward',
      until: '2027-06-18',
      since: '2027-06-07T08:00:00.000Z',
    })
    expect(correspondence.cast(file)['steward']).to.include('role:officer')
    await until(stage, '2027-06-15T06:30:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal(['2027-06-15 06:30 hold'])
    expect(story(stage, `correspondence/${person('head-of-office')}`)).to.deep.equal([])
  })

  it('of someone who is found unreachable meanwhile stays held: whether they are reached is another matter (R10)', async () => {
    const stage = await held()
    const report = act('2027-06-09T08:00:00Z', 'officer', contact, {
      type: 'reportUnreachable',
      input: { reason: 'text-2' },
    })
    await stage.run([report], report.at)
    const found = await stage.file(contact)
    expect(correspondence.owns(found) && [found.state.status, found.state.held?.untilOn]).to.deep.equal([
      'notReached',
      '2027-06-18',
    ])
    const corrected = act('2027-06-10T08:00:00Z', 'officer', contact, {
      type: 'readdress',
      input: { reason: 'text-3' },
    })
    await stage.run([corrected], instant('2027-07-01T00:00:00Z'))
    expect(digests(stage)).to.deep.equal(['2027-06-21T05:30:00.000Z news'])
  })

  it('may be held for 18 months at most: for longer nobody knows the holidays of every country', async () => {
    const stage = await held('2028-12-07')
    expect(await refusal(hold(stage, '2027-06-07T09:00:00Z', '2028-12-08'))).to.equal('correspondence.hold-too-long')
    await hold(stage, '2027-06-07T22:00:00Z', '2028-12-08')
    await tell(stage, '2027-06-08T07:00:00Z', 'late word', {})
    await until(stage, '2029-01-01T00:00:00Z')
    const september = `${contact}#confirmation/contact/2028-09-15/1`
    expect(digests(stage)).to.deep.equal([`2028-12-11T06:30:00.000Z news late word ${september}`])
  })

  it('may be held before anything was written; not until a day that is over, nor released when nobody holds it', async () => {
    const stage = new Rehearsal(world())
    const nobody = act('2027-06-07T08:00:00Z', 'officer', contact, { type: 'release', input: {} })
    expect(await refusal(stage.act(nobody))).to.equal('correspondence.not-held')
    expect(await refusal(hold(stage, '2027-06-07T22:00:00Z', '2027-06-07'))).to.equal('correspondence.hold-over')
    await hold(stage, '2027-06-07T21:59:59Z', '2027-06-07')
    await until(stage, '2027-07-01T00:00:00Z')
    expect(story(stage, contact)).to.deep.equal(['2027-06-07 21:59 held', '2027-06-07 22:00 released'])
  })
})
