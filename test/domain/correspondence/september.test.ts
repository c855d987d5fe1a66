import { expect } from 'chai'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { instant } from '../../../domain/time.ts'
import { act, person, rules, story } from '../school.ts'
import { refusal } from '../stage.ts'
import { processOf } from '../../../domain/processes.ts'
import { partnerFacts } from '../facts.ts'
import { written } from './september.ts'

const contact = 'correspondence/usj-c1'
const confirm = { type: 'confirmContact', input: {} } as const
const until = (stage: Rehearsal, at: string): Promise<void> => stage.run([], instant(at))
const mailsOf = (stage: Rehearsal, party: string): string[] =>
  story(stage, `correspondence/${party}`).flatMap((line) => (line.endsWith(' digested') ? [line.slice(0, 16)] : []))
const since = (stage: Rehearsal, at: string): string[] => story(stage, contact).filter((line) => line > at)

describe('each September a contact confirms that they answer (R10)', () => {
  it('is asked at the first moment of 1 September, by their own 08:30, and has ten working days of the school', async () => {
    const stage = await written()
    await until(stage, '2027-09-02T00:00:00Z')
    expect(since(stage, '2027-08')).to.deep.equal([
      '2027-08-31 22:00 confirmationAsked',
      '2027-08-31 22:00 received',
      '2027-09-01 05:30 digested',
      '2027-09-01 05:30 digestEnded',
    ])
    const asked = stage.ledger.find(({ type }) => type === 'confirmationAsked')
    expect(asked?.data).to.deep.equal({
      by: '2027-09-15',
      passesAt: '2027-09-15T22:00:00.000Z',
      askAt: '2028-08-31T22:00:00.000Z',
    })
  })

  it('is reminded the day after, then the office hears, until it records an answer', async () => {
    const stage = await written()
    await until(stage, '2027-10-05T00:00:00Z')
    expect(since(stage, '2027-09-02').filter((line) => line.endsWith('digested'))).to.deep.equal([
      '2027-09-16 05:30 digested',
    ])
    const office = stage.ledger.filter(
      ({ id, type }) => id === `correspondence/${person('officer')}` && type === 'digested',
    )
    expect(office.map(({ at }) => at)).to.deep.equal(['2027-09-30T06:30:00.000Z'])
    await stage.act(act('2027-10-05T08:00:00Z', 'officer', contact, confirm))
    await until(stage, '2028-08-31T21:59:59Z')
    expect(since(stage, '2027-10-05').map((line) => line.slice(17))).to.deep.equal(['contactConfirmed'])
    await until(stage, '2028-09-01T00:00:00Z')
    expect(since(stage, '2028-08')[0]).to.equal('2028-08-31 22:00 confirmationAsked')
  })

  it('unanswered, is told to the office twice and to its head once, then stands in the agenda without a mail until the next September', async () => {
    const stage = await written()
    await until(stage, '2028-08-31T21:59:59Z')
    const told = (['officer', 'head-of-office'] as const).map((account) => mailsOf(stage, person(account)))
    // 15, 45 and 75 days after 15 September; 30 October is a Saturday, and 1 November a holiday.
    expect(told).to.deep.equal([['2027-09-30 06:30', '2027-11-02 07:30'], ['2027-11-29 07:30']])
    expect(since(stage, '2027-09-17')).to.deep.equal([
      '2027-09-29 22:00 reminded',
      '2027-10-29 22:00 reminded',
      '2027-11-28 23:00 reminded',
    ])
    const file = await stage.file(contact)
    expect(
      processOf(contact)
        .waits(file, rules)
        .find(({ kind }) => kind === 'confirmation'),
    ).to.include({
      from: 'keeper',
      until: '2027-09-15',
    })
    await until(stage, '2028-09-01T06:00:00Z')
    expect(since(stage, '2028-08')[0]).to.equal('2028-08-31 22:00 confirmationAsked')
  })

  it('reminds a second contact too, whoever answers for the partner', async () => {
    const stage = await written({}, 'usj-c2')
    await until(stage, '2027-09-20T00:00:00Z')
    expect(mailsOf(stage, 'usj-c2')).to.deep.equal(['2027-05-18 05:30', '2027-09-01 05:30', '2027-09-16 05:30'])
  })

  it('confirmed before the mail of the day leaves no mail; not asked, there is nothing to confirm', async () => {
    const stage = await written()
    const early = act('2027-08-31T08:00:00Z', 'officer', contact, confirm)
    await until(stage, early.at)
    expect(await refusal(stage.act(early))).to.equal('correspondence.nothing-to-confirm')
    await until(stage, '2027-09-01T05:29:00Z')
    await stage.act(act('2027-09-01T05:29:00Z', 'officer', contact, confirm))
    await until(stage, '2027-10-01T00:00:00Z')
    expect(since(stage, '2027-09-01').map((line) => line.slice(17))).to.deep.equal(['contactConfirmed', 'withdrawn'])
  })

  it('has confirmed nothing before the clock has asked, though it is due: it would ask again', async () => {
    const stage = await written()
    const late = act('2027-09-01T08:00:00Z', 'officer', contact, confirm)
    expect(await refusal(stage.act(late))).to.equal('correspondence.nothing-to-confirm')
    await until(stage, late.at)
    await stage.act(late)
    expect(since(stage, '2027-09-01 08').map((line) => line.slice(17))).to.deep.equal(['contactConfirmed'])
  })

  it('is not asked where all has ended with their institution', async () => {
    const ended = await written({ facts: async (id) => ({ ...partnerFacts(id), partnerEnded: true }) })
    await until(ended, '2027-10-01T00:00:00Z')
    expect(since(ended, '2027-08')).to.deep.equal(['2027-08-31 22:00 confirmationSkipped'])
    expect(rules.policy.confirmationWorkingDays).to.equal(10)
  })
})
