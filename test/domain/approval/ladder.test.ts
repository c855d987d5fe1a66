import { expect } from 'chai'
import { asked, usth } from '../plan-script.ts'
import { person, rules, story } from '../school.ts'
import { approvalOf, asking, away, entriesOf, mailsTo, refusal, says, until } from '../stage.ts'
import { deadline } from '../../../domain/time.ts'

const cmp = asked('cmp')
const reminders = (stage: Awaited<ReturnType<typeof asking>>, id: string = cmp): string[] =>
  entriesOf(stage, id).flatMap(({ type, at, data }) =>
    type === 'reminded' && 'key' in data
      ? [`${at} ${String(data.key).split('/').at(-1)}${'skipped' in data ? ` ${String(data.skipped)}` : ''}`]
      : [],
  )

describe('the ladder of an approval (R7)', () => {
  it('asked Monday 26 April 2027, it is due Wednesday 19 May, 24:00 in Paris', async () => {
    const { asked: request } = approvalOf(await asking(), 'cmp')
    expect(request?.answerBy).to.equal('2027-05-19')
    expect(deadline(request!.answerBy, rules.calendar).passesAt).to.equal('2027-05-19T22:00:00.000Z')
  })

  it('climbs at midnight: J-7, J-2, deputy J+3, direction J+10, then every week until someone acts', async () => {
    const stage = await asking()
    await until(stage, '2027-06-20T00:00:00Z')
    expect(reminders(stage)).to.deep.equal([
      '2027-05-11T22:00:00.000Z -7',
      '2027-05-16T22:00:00.000Z -2',
      '2027-05-21T22:00:00.000Z 3',
      '2027-05-28T22:00:00.000Z 10',
      '2027-06-04T22:00:00.000Z 17',
      '2027-06-11T22:00:00.000Z 24',
      '2027-06-18T22:00:00.000Z 31',
    ])
  })

  it('the deputy may act from Saturday 22 May 00:00, and not a millisecond earlier', async () => {
    const early = await asking()
    expect(await refusal(says(early, { at: '2027-05-21T21:59:59.999Z', by: 'deputy.cmp', centre: 'cmp' }))).to.equal(
      'command.not-yours',
    )
    const stage = await asking()
    await says(stage, { at: '2027-05-21T22:00:00.000Z', by: 'deputy.cmp', centre: 'cmp' })
    expect(approvalOf(stage, 'cmp').given).to.deep.include({
      part: 'deputy',
      opinion: 'approved',
      at: '2027-05-21T22:00:00.000Z',
    })
  })

  it('the deputy is told on Monday 24 May at 08:30, and of nothing before', async () => {
    const stage = await asking()
    await until(stage, '2027-05-31T00:00:00Z')
    expect(mailsTo(stage, 'deputy.cmp')).to.deep.equal(['2027-05-24 06:30 approval'])
    expect(mailsTo(stage, 'centre-head.cmp')).to.deep.equal([
      '2027-04-27 06:30 approval',
      '2027-05-12 06:30 approval',
      '2027-05-18 06:30 approval',
    ])
  })

  it('direction may act from Saturday 29 May 00:00, and the head still may', async () => {
    const early = await asking()
    expect(await refusal(says(early, { at: '2027-05-28T21:59:59.999Z', by: 'direction', centre: 'cmp' }))).to.equal(
      'command.not-yours',
    )
    for (const by of ['direction', 'deputy.cmp', 'centre-head.cmp']) {
      const stage = await asking()
      await says(stage, { at: '2027-05-28T22:00:00Z', by, centre: 'cmp' })
      expect(approvalOf(stage, 'cmp').status, by).to.equal('given')
    }
  })

  it('direction hears of both silent centres in one mail a week, on Mondays', async () => {
    const stage = await asking()
    await until(stage, '2027-06-15T00:00:00Z')
    expect(mailsTo(stage, 'direction')).to.deep.equal([
      '2027-05-31 06:30 approval, approval',
      '2027-06-07 06:30 approval, approval',
      '2027-06-14 06:30 approval, approval',
    ])
  })

  it('silence of a whole year is no consent', async () => {
    const stage = await asking()
    await until(stage, '2028-04-26T00:00:00Z')
    expect(story(stage, usth).filter((line) => !/reminded|partnerSilent/.test(line))).to.have.length(2)
    expect(approvalOf(stage, 'cmp').status).to.equal('asked')
  })

  it('the first act ends it, for everyone', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-06-01T08:00:00Z', by: 'deputy.cmp', centre: 'cmp' })
    expect(await refusal(says(stage, { at: '2027-06-01T08:00:01Z', by: 'centre-head.cmp', centre: 'cmp' }))).to.equal(
      'command.not-now',
    )
    await until(stage, '2027-12-31T00:00:00Z')
    expect(reminders(stage)).to.have.length(4)
  })

  it('the first act withdraws what was not sent yet', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-05-22T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
    await until(stage, '2027-05-26T00:00:00Z')
    expect(mailsTo(stage, 'deputy.cmp')).to.deep.equal([])
    const withdrawn = entriesOf(stage, `correspondence/${person('deputy.cmp')}`).filter(
      ({ type }) => type === 'withdrawn',
    )
    expect(withdrawn.map(({ at, data }) => [at, data])).to.deep.equal([
      [
        '2027-05-22T08:00:00.000Z',
        { subject: `${cmp}#approval/v1`, keys: [`${cmp}#approval/v1/2027-05-19/3`], reason: 'settled' },
      ],
    ])
  })

  it('a closure holds the rungs after the date, and a line that piled up behind it comes once', async () => {
    const stage = await asking()
    await until(stage, '2027-09-01T00:00:00Z')
    const august = reminders(stage).filter((line) => line > '2027-07-20')
    expect(august).to.deep.equal([
      '2027-07-23T22:00:00.000Z 66',
      '2027-08-22T22:00:00.000Z 73',
      '2027-08-27T22:00:00.000Z 101',
    ])
    expect(mailsTo(stage, 'direction').filter((line) => line > '2027-08')).to.deep.equal([
      '2027-08-23 06:30 approval, approval',
      '2027-08-30 06:30 approval, approval',
    ])
  })

  it('a rung whose holder is away without a delegate is skipped, and says so; the right opens all the same', async () => {
    const stage = await asking({ roster: away({ 'deputy.cmp': { from: '2027-05-20', to: '2027-05-24' } }) })
    await until(stage, '2027-05-25T08:00:00Z')
    expect(reminders(stage).at(-1)).to.equal('2027-05-21T22:00:00.000Z 3 absent')
    await says(stage, { at: '2027-05-25T08:00:00Z', by: 'deputy.cmp', centre: 'cmp' })
    expect(approvalOf(stage, 'cmp').given?.part).to.equal('deputy')
  })
})
