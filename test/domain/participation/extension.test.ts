import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { acts, invited, rungs } from '../cycle/cycle-script.ts'
import { story } from '../school.ts'
import { entriesOf, mailsTo, mailsToContact, refusal, until } from '../stage.ts'
import { nominated, nominating } from './nomination-script.ts'
import { asks, does, of, participationOf, type ParticipationCommand } from './participation-script.ts'

const reason = 'text-1'
const ask = (to = '2028-02-15'): ParticipationCommand => ({
  type: 'askExtension',
  input: { to: civil(to), cause: 'strike', reason },
})
const grant = (to?: string): ParticipationCommand => ({
  type: 'grantExtension',
  input: { ...(to !== undefined && { to: civil(to), reason }) },
})
const refuse: ParticipationCommand = { type: 'refuseExtension', input: { reason } }
const last = (stage: Awaited<ReturnType<typeof invited>>, kind: string): string[] =>
  mailsToContact(stage, 'usth-c1').filter((mail) => mail.includes(kind))

describe('a request for more time (S17)', () => {
  it('is asked by the contact of the partner, by their link, and answered within five working days', async () => {
    const stage = await invited()
    // Friday 14 January 2028.
    await asks(stage, { at: '2028-01-14T09:00:00Z' }, ask())
    expect(participationOf(stage, 'usth').extension).to.deep.equal({
      to: '2028-02-15',
      cause: 'strike',
      reason,
      by: '2028-01-21',
      askedAt: '2028-01-14T09:00:00.000Z',
    })
    const [entry] = entriesOf(stage, of('usth')).filter(({ type }) => type === 'extensionAsked')
    expect(entry?.actor).to.equal('person:usth-c1')
    await until(stage, '2028-01-20T00:00:00Z')
    expect(mailsTo(stage, 'officer').filter((mail) => mail.includes('Extension'))).to.deep.equal([
      '2028-01-17 07:30 participationExtension',
      '2028-01-19 07:30 participationExtension',
    ])
  })

  for (const [what, said, command] of [
    ['these are all', 'nominationsFinished', { type: 'finish', input: {} }],
    ['they nominate nobody', 'saidNone', { type: 'recordNoneThisYear', input: {} }],
  ] as const)
    it(`is taken back where its institution says that ${what}: the history says so, and the office is told`, async () => {
      const stage = await invited(nominating())
      if (said === 'nominationsFinished') await nominated(stage, 'c1')
      await asks(stage, { at: '2028-01-14T09:00:00Z' }, ask())
      await until(stage, '2028-01-18T09:00:00Z')
      await asks(stage, { at: '2028-01-18T09:00:00Z' }, command)
      const { extension, status } = participationOf(stage, 'usth')
      expect([extension, status]).to.deep.equal([undefined, said === 'saidNone' ? 'noneThisYear' : 'finished'])
      expect(story(stage, of('usth')).slice(-2)).to.deep.equal([
        '2028-01-18 09:00 extensionWithdrawn',
        `2028-01-18 09:00 ${said}`,
      ])
      const [entry] = entriesOf(stage, of('usth')).filter(({ type }) => type === 'extensionWithdrawn')
      expect(entry?.data).to.deep.equal({ to: '2028-02-15' })
      await until(stage, '2028-01-20T00:00:00Z')
      // Whoever does it knows.
      expect(last(stage, 'Withdrawn')).to.deep.equal([])
      expect(mailsTo(stage, 'officer').filter((mail) => mail.includes('Extension'))).to.deep.equal([
        '2028-01-17 07:30 participationExtension',
        `2028-01-19 07:30 participationExtensionWithdrawn${said === 'saidNone' ? '' : ', participationFinished'}`,
      ])
    })

  it('is taken back where the office says so for it: whoever asked is told', async () => {
    const stage = await invited()
    await asks(stage, { at: '2028-01-14T09:00:00Z' }, ask())
    await does(stage, { at: '2028-01-14T10:00:00Z' }, { type: 'recordNoneThisYear', input: {} })
    await until(stage, '2028-01-20T00:00:00Z')
    expect(last(stage, 'Withdrawn')).to.deep.equal(['2028-01-17 01:30 participationExtensionWithdrawn'])
    // Nobody there had read of it.
    expect(mailsTo(stage, 'officer').filter((mail) => mail.includes('Extension'))).to.deep.equal([])
  })

  it('is granted: one word of the new date, and the reminders start afresh (R11)', async () => {
    const stage = await invited()
    await asks(stage, { at: '2028-01-14T09:00:00Z' }, ask())
    await does(stage, { at: '2028-01-18T09:00:00Z' }, grant())
    const { extension, closing } = participationOf(stage, 'usth')
    expect(extension?.answer).to.deep.equal({ at: '2028-01-18T09:00:00.000Z', to: '2028-02-15', reason: undefined })
    expect(closing).to.deep.equal({ on: '2028-02-15', since: '2028-01-18T09:00:00.000Z', moved: true })
    await until(stage, '2028-02-15T23:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').slice(2)).to.deep.equal([
      '2028-01-19 01:30 participationExtensionGranted',
      '2028-02-07 01:30 participationClosing',
      '2028-02-14 01:30 participationClosing',
    ])
    expect(story(stage, of('usth')).at(-1)).to.equal('2028-02-15 23:00 fellSilent')
    expect(mailsTo(stage, 'officer').join()).to.contain('participationExtension').and.not.contain('Dated')
  })

  it('is answered with another date, which counts', async () => {
    const stage = await invited()
    await asks(stage, { at: '2028-01-14T09:00:00Z' }, ask())
    await does(stage, { at: '2028-01-18T09:00:00Z', by: 'head-of-office' }, grant('2028-02-08'))
    const { extension, closing } = participationOf(stage, 'usth')
    expect([extension?.to, extension?.answer?.to, closing?.on]).to.deep.equal([
      '2028-02-15',
      '2028-02-08',
      '2028-02-08',
    ])
  })

  it('is refused before the close: the day stays, and the clock closes on it', async () => {
    const stage = await invited()
    await asks(stage, { at: '2028-01-14T09:00:00Z' }, ask())
    await does(stage, { at: '2028-01-18T09:00:00Z' }, refuse)
    await until(stage, '2028-01-31T22:59:59.999Z')
    expect(participationOf(stage, 'usth').status).to.equal('invited')
    expect(last(stage, 'Refused')).to.deep.equal(['2028-01-19 01:30 participationExtensionRefused'])
    await until(stage, '2028-01-31T23:00:00Z')
    expect(participationOf(stage, 'usth').status).to.equal('silent')
  })

  it('goes to the head of office after five working days, and each week, until somebody answers', async () => {
    const stage = await invited()
    await asks(stage, { at: '2028-01-14T09:00:00Z' }, ask())
    await until(stage, '2028-02-10T00:00:00Z')
    expect(rungs(stage, 'participationExtension', of('usth'))).to.deep.equal([
      '2028-01-18T23:00:00.000Z -2',
      '2028-01-21T23:00:00.000Z 1',
      '2028-01-28T23:00:00.000Z 8',
      '2028-02-04T23:00:00.000Z 15',
    ])
    expect(mailsTo(stage, 'head-of-office').filter((mail) => mail.includes('Extension'))).to.deep.equal([
      '2028-01-24 07:30 participationExtension',
      '2028-01-31 07:30 participationExtension',
      '2028-02-07 07:30 participationExtension',
    ])
  })
})

describe('a request for more time that is open at the close (ADR 57)', () => {
  const open = async () => {
    const stage = await invited()
    await asks(stage, { at: '2028-01-31T22:59:59.999Z' }, ask())
    await until(stage, '2028-02-03T00:00:00Z')
    return stage
  }

  it('holds it up: the partner is not silent, and may still say that it nominates nobody', async () => {
    const stage = await open()
    expect(participationOf(stage, 'usth').status).to.equal('invited')
    expect(participationOf(stage, 'usj').status).to.equal('silent')
    await asks(stage, { at: '2028-02-03T09:00:00Z' }, { type: 'recordNoneThisYear', input: {} })
    expect(participationOf(stage, 'usth')).to.deep.include({ status: 'noneThisYear', extension: undefined })
    await until(stage, '2028-03-01T00:00:00Z')
    expect(story(stage, of('usth')).at(-1)).to.equal('2028-02-03 09:00 saidNone')
  })

  it('is granted: the partner has until that day', async () => {
    const stage = await open()
    await does(stage, { at: '2028-02-03T09:00:00Z' }, grant())
    await until(stage, '2028-02-15T22:59:59.999Z')
    expect(participationOf(stage, 'usth').status).to.equal('invited')
    await until(stage, '2028-02-15T23:00:00Z')
    expect(participationOf(stage, 'usth').status).to.equal('silent')
  })

  it('is refused: the last day is the next working day, which the mail names, and nothing more is asked', async () => {
    const stage = await open()
    // Friday 4 February: the next working day is Monday.
    await does(stage, { at: '2028-02-04T09:00:00Z' }, refuse)
    expect(participationOf(stage, 'usth').closing).to.deep.equal({
      on: '2028-02-07',
      since: '2028-02-04T09:00:00.000Z',
      moved: true,
      last: true,
    })
    expect(await refusal(asks(stage, { at: '2028-02-05T09:00:00Z' }, ask('2028-03-15')))).to.equal(
      'participation.extension-last',
    )
    await until(stage, '2028-02-07T22:59:59.999Z')
    expect(participationOf(stage, 'usth').status).to.equal('invited')
    expect(last(stage, 'Refused')).to.deep.equal(['2028-02-07 01:30 participationExtensionRefused'])
    await until(stage, '2028-02-07T23:00:00Z')
    expect(participationOf(stage, 'usth').status).to.equal('silent')
  })

  it('is withdrawn with the cycle: nobody owes an answer any more', async () => {
    const stage = await open()
    await acts(stage, { at: '2028-02-03T10:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    expect(participationOf(stage, 'usth')).to.deep.include({ status: 'cancelled', extension: undefined })
    await until(stage, '2028-03-01T00:00:00Z')
    expect(rungs(stage, 'participationExtension', of('usth'))).to.deep.equal([])
  })
})

describe('more time is refused', () => {
  it('after the close, to the instant', async () => {
    const stage = await invited()
    expect(await refusal(asks(stage, { at: '2028-01-31T23:00:00Z' }, ask()))).to.equal('command.not-now')
  })

  it('while a request waits; and what nobody asked for', async () => {
    const stage = await invited()
    const at = '2028-01-14T09:00:00Z'
    for (const answer of [grant(), refuse])
      expect(await refusal(does(stage, { at }, answer))).to.equal('participation.extension-none')
    await does(stage, { at }, ask())
    expect(await refusal(asks(stage, { at }, ask('2028-03-01')))).to.equal('participation.extension-open')
    const extend: ParticipationCommand = { type: 'extend', input: { to: civil('2028-03-01'), reason } }
    expect(await refusal(does(stage, { at }, extend))).to.equal('participation.extension-open')
  })

  it('to a day that is no later, is over when it is granted, or comes after the close of dossiers', async () => {
    const stage = await invited()
    const at = '2028-01-14T09:00:00Z'
    for (const [to, code] of [
      ['2028-01-31', 'not-later'],
      ['2028-04-01', 'after-dossiers'],
      ['2028-09-01', 'after-dossiers'],
    ] as const)
      expect(await refusal(asks(stage, { at }, ask(to))), to).to.equal(`participation.${code}`)
    await asks(stage, { at }, ask('2028-02-01'))
    const late = { at: '2028-02-02T09:00:00Z' }
    expect(await refusal(does(stage, late, grant('2028-04-01')))).to.equal('participation.after-dossiers')
    expect(await refusal(does(stage, late, grant()))).to.equal('participation.date-past')
    await does(stage, late, grant('2028-02-10'))
  })

  it('to whoever is no contact of that partner, and to a contact who answers for it no more', async () => {
    const stage = await invited()
    const at = '2028-01-14T09:00:00Z'
    for (const contact of ['usj-c1', 'usth-c2', 'nobody-c1'])
      expect(await refusal(asks(stage, { at, contact }, ask())), contact).to.equal('command.not-yours')
    for (const command of [grant(), refuse, { type: 'extend', input: { to: civil('2028-03-01'), reason } } as const])
      expect(await refusal(asks(stage, { at }, command))).to.equal('command.not-yours')
  })
})
