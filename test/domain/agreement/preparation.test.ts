import { expect } from 'chai'
import { agreement } from '../../../domain/agreement/process.ts'
import { civil } from '../../../domain/time.ts'
import { away, entriesOf, mailsTo, until } from '../stage.ts'
import { acting, story } from '../school.ts'
import { instant } from '../../../domain/time.ts'
import {
  acts,
  agreementOf,
  asked,
  content,
  draft,
  favourable,
  first,
  refusedOn,
  reminders,
  reviewed,
  sent,
  signed,
  type AgreementCommand,
} from './agreement-script.ts'

const unfavourable = (centre: string): AgreementCommand => ({
  type: 'giveOpinion',
  input: { centre, opinion: 'unfavourable', reason: 'text-1' },
})
const clear: AgreementCommand = { type: 'clearLegally', input: {} }
const sending = (on: string): AgreementCommand => ({ type: 'sendToPartner', input: { sentOn: civil(on) } })
const signature = (on: string): AgreementCommand => ({ type: 'recordSignature', input: { signedOn: civil(on) } })

describe('an agreement on its way to a signature (S7, S13)', () => {
  it('goes from a draft by opinions and legal review to its sending and its signature, and waits for its first day', async () => {
    const stage = await signed()
    expect(story(stage, first)).to.deep.equal([
      '2027-01-11 09:00 drafted',
      '2027-01-11 10:00 opinionsAsked',
      '2027-01-12 09:00 opinionGiven',
      '2027-01-13 09:00 opinionGiven',
      '2027-01-13 09:00 legalReviewAsked',
      '2027-01-20 09:00 legallyCleared',
      '2027-01-21 09:00 sentToPartner',
      '2027-03-16 09:00 signed',
    ])
    expect(agreementOf(stage).status).to.equal('signed')
    // A boundary: midnight in Paris on 1 September, a Wednesday in summer.
    await until(stage, '2027-08-31T21:59:59.999Z')
    expect(agreementOf(stage).status).to.equal('signed')
    await until(stage, '2027-08-31T22:00:00Z')
    expect(agreementOf(stage).status).to.equal('inForce')
  })

  it('each step has its last day, counted in working days of the school from the one before (R2)', async () => {
    const stage = await sent()
    const terms = entriesOf(stage, first).flatMap(({ type, data }) =>
      'by' in data ? [`${type} ${String(data.by)}`] : [],
    )
    expect(terms).to.deep.equal([
      'opinionsAsked 2027-02-01',
      'legalReviewAsked 2027-02-03',
      'legallyCleared 2027-01-27',
      // 60 working days after Thursday 21 January, with Easter Monday out.
      'sentToPartner 2027-04-16',
    ])
  })

  it('without a research centre that it concerns goes straight to the legal review', async () => {
    const stage = await asked({ centres: [] })
    expect(agreementOf(stage).status).to.equal('legalReview')
    expect(agreementOf(stage).stage).to.deep.equal({
      kind: 'legal',
      since: '2027-01-11T10:00:00.000Z',
      by: '2027-02-01',
    })
  })

  it('an unfavourable opinion sends it back to its officer, and every centre is asked anew afterwards', async () => {
    const stage = await asked()
    await acts(stage, { at: '2027-01-12T09:00:00Z', by: 'centre-head.cmp' }, favourable('cmp'))
    await acts(stage, { at: '2027-01-13T09:00:00Z', by: 'centre-head.cis' }, unfavourable('cis'))
    expect(agreementOf(stage)).to.deep.include({ status: 'draft', opinions: {} })
    await acts(
      stage,
      { at: '2027-01-14T09:00:00Z' },
      { type: 'reviseAgreement', input: content({ title: 'Exchanges, revised' }) },
    )
    await acts(stage, { at: '2027-01-14T10:00:00Z' }, { type: 'askOpinions', input: {} })
    expect(Object.values(agreementOf(stage).opinions).map(({ given, by }) => [given, by])).to.deep.equal([
      [undefined, '2027-02-04'],
      [undefined, '2027-02-04'],
    ])
    await until(stage, '2027-01-15T08:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal([
      '2027-01-13 07:30 agreementOpinionGiven',
      '2027-01-14 07:30 agreementOpinionGiven, agreementSentBack',
    ])
  })

  it('sent back by the legal officer, it is cleared anew before it can be sent', async () => {
    const stage = await reviewed()
    const at = '2027-01-14T09:00:00Z'
    await acts(stage, { at, by: 'legal' }, { type: 'sendBack', input: { reason: 'text-1' } })
    expect(agreementOf(stage).status).to.equal('draft')
    expect(await refusedOn(stage, sending('2027-01-14'), { at })).to.equal('command.not-now')
  })

  it('is sent once it is cleared and not before, and cleared once', async () => {
    const stage = await reviewed()
    const at = '2027-01-14T09:00:00Z'
    expect(await refusedOn(stage, sending('2027-01-14'), { at })).to.equal('agreement.not-cleared')
    await acts(stage, { at, by: 'legal' }, clear)
    expect(await refusedOn(stage, clear, { at, by: 'legal' })).to.equal('agreement.cleared')
    expect(await refusedOn(stage, sending('2027-01-15'), { at })).to.equal('agreement.date-ahead')
    await acts(stage, { at }, sending('2027-01-14'))
    expect(await refusedOn(stage, signature('2027-01-13'), { at })).to.equal('agreement.date-order')
    expect(await refusedOn(stage, signature('2027-01-15'), { at })).to.equal('agreement.date-ahead')
    await acts(stage, { at }, signature('2027-01-14'))
    expect(agreementOf(stage).status).to.equal('signed')
  })

  it('takes its days from the signature where they follow from it', async () => {
    const stage = await sent()
    await acts(
      stage,
      { at: '2027-03-16T09:00:00Z' },
      {
        type: 'recordSignature',
        input: { signedOn: civil('2027-03-15'), validity: { from: civil('2027-03-15'), until: civil('2030-03-14') } },
      },
    )
    expect(agreementOf(stage)).to.deep.include({
      status: 'inForce',
      validity: { from: '2027-03-15', until: '2030-03-14' },
    })
  })

  it('is not signed for days that leave out a year of its places', async () => {
    const signedFor = (from: string, until: string): AgreementCommand => ({
      type: 'recordSignature',
      input: { signedOn: civil('2027-03-15'), validity: { from: civil(from), until: civil(until) } },
    })
    const at = '2027-03-16T09:00:00Z'
    expect(await refusedOn(await sent(), signedFor('2028-09-01', '2030-08-31'), { at })).to.equal(
      'agreement.year-outside',
    )
    expect(await refusedOn(await sent(), signedFor('2027-09-01', '2027-08-31'), { at })).to.equal(
      'agreement.validity-backwards',
    )
  })

  it('is abandoned with a reason, and asks nobody any more', async () => {
    const stage = await asked()
    await acts(stage, { at: '2027-01-12T09:00:00Z' }, { type: 'abandonAgreement', input: { reason: 'text-1' } })
    await until(stage, '2027-06-01T00:00:00Z')
    expect(reminders(stage, 'agreementOpinion')).to.deep.equal([])
    expect(story(stage, first).at(-1)).to.equal('2027-01-12 09:00 abandoned')
  })

  it('what is owed and not done climbs to the head of the office', async () => {
    const stage = await sent()
    await until(stage, '2027-06-10T00:00:00Z')
    // Due on Friday 16 April 2027; in summer time midnight in Paris is 22:00.
    expect(reminders(stage, 'agreementSignature')).to.deep.equal([
      '2027-04-01T22:00:00.000Z agreement -14',
      '2027-04-16T22:00:00.000Z agreement 1',
      '2027-04-29T22:00:00.000Z agreement 14',
      '2027-05-29T22:00:00.000Z agreement 44',
    ])
    expect(mailsTo(stage, 'head-of-office')).to.deep.equal([
      '2027-04-30 06:30 agreementSignature',
      '2027-05-31 06:30 agreementSignature',
    ])
  })
})

describe('the opinion of a research centre (R7)', () => {
  it('is asked of its head; silence lets the deputy in at J+3 and direction at J+10, for that centre alone', async () => {
    const stage = await asked()
    await acts(stage, { at: '2027-01-12T09:00:00Z', by: 'centre-head.cis' }, favourable('cis'))
    await until(stage, '2027-02-20T00:00:00Z')
    expect(reminders(stage, 'agreementOpinion')).to.deep.equal([
      '2027-01-24T23:00:00.000Z centre:cmp -7',
      '2027-01-29T23:00:00.000Z centre:cmp -2',
      '2027-02-03T23:00:00.000Z centre:cmp 3',
      '2027-02-10T23:00:00.000Z centre:cmp 10',
      '2027-02-17T23:00:00.000Z centre:cmp 17',
    ])
    expect(agreementOf(stage).opinions['cmp']?.opened).to.deep.equal(['head', 'deputy', 'direction'])
    expect(agreementOf(stage).opinions['cis']?.opened).to.deep.equal(['head'])
    // No answer is ever consent.
    expect(agreementOf(stage).status).to.equal('centreOpinion')
  })

  it('the deputy may answer from Thursday 4 February 00:00, and not a millisecond earlier', async () => {
    const early = await asked()
    const by = 'deputy.cmp'
    expect(await refusedOn(early, favourable('cmp'), { at: '2027-02-03T22:59:59.999Z', by })).to.equal(
      'command.not-yours',
    )
    const stage = await asked()
    await acts(stage, { at: '2027-02-03T23:00:00Z', by }, favourable('cmp'))
    expect(agreementOf(stage).opinions['cmp']?.given).to.deep.include({ part: 'deputy', opinion: 'favourable' })
    // It ends the ladder of that centre, and of no other.
    await until(stage, '2027-02-12T00:00:00Z')
    expect(reminders(stage, 'agreementOpinion').filter((line) => line > '2027-02-04')).to.deep.equal([
      '2027-02-10T23:00:00.000Z centre:cis 10',
    ])
    await acts(stage, { at: '2027-02-12T09:00:00Z', by: 'centre-head.cis' }, favourable('cis'))
    expect(agreementOf(stage).status).to.equal('legalReview')
    expect(
      await refusedOn(await asked(), favourable('cmp'), { at: '2027-02-12T09:00:00Z', by: 'deputy.cis' }),
    ).to.equal('command.not-yours')
  })

  it('direction answers once the ladder lets it, and not before', async () => {
    const by = 'direction'
    expect(await refusedOn(await asked(), favourable('cmp'), { at: '2027-02-10T22:59:59.999Z', by })).to.equal(
      'command.not-yours',
    )
    const stage = await asked()
    await acts(stage, { at: '2027-02-10T23:00:00Z', by }, favourable('cmp'))
    expect(agreementOf(stage).opinions['cmp']?.given?.part).to.equal('direction')
  })

  it('of a centre whose head is away without a delegate is asked of the deputy at once', async () => {
    const roster = away({ 'centre-head.cmp': { from: '2027-01-04', to: '2027-03-01' } })
    const stage = await asked({}, { roster })
    expect(agreementOf(stage).opinions['cmp']?.opened).to.deep.equal(['head', 'deputy'])
    await until(stage, '2027-01-13T00:00:00Z')
    expect(mailsTo(stage, 'deputy.cmp')).to.deep.equal(['2027-01-12 07:30 agreementOpinion'])
  })

  it('is not given by whoever wrote the agreement, nor through a delegate', async () => {
    // The head of CMP stands in for nobody: the officer who wrote it does for them.
    const roster = away({ 'centre-head.cmp': { from: '2027-01-04', to: '2027-03-01', delegate: 'officer' } })
    const stage = await asked({}, { roster })
    expect(
      await refusedOn(stage, favourable('cmp'), { at: '2027-01-12T09:00:00Z', by: 'officer', on: roster }),
    ).to.equal('command.not-yours')
    // Nor once the ladder has let in the deputy, or direction, for whom they stand in.
    const both = {
      'deputy.cmp': { from: '2027-01-04', to: '2027-03-01', delegate: 'officer' },
      direction: { from: '2027-01-04', to: '2027-03-01', delegate: 'officer' },
    }
    const opened = await asked({}, { roster: away(both) })
    for (const at of ['2027-02-05T09:00:00Z', '2027-02-12T09:00:00Z'])
      expect(await refusedOn(opened, favourable('cmp'), { at, by: 'officer', on: away(both) }), at).to.equal(
        'command.not-yours',
      )
    expect(agreementOf(opened).opinions['cmp']?.opened).to.deep.equal(['head', 'deputy', 'direction'])
    // The head of the office did not write it, and stands in for the head.
    const other = away({ 'centre-head.cmp': { from: '2027-01-04', to: '2027-03-01', delegate: 'head-of-office' } })
    const delegated = await asked({}, { roster: other })
    await acts(delegated, { at: '2027-01-12T09:00:00Z', by: 'head-of-office', on: other }, favourable('cmp'))
    expect(agreementOf(delegated).opinions['cmp']?.given).to.have.property('through')
  })

  it('is given once, by a centre that was asked', async () => {
    const stage = await asked()
    const [at, by] = ['2027-01-12T09:00:00Z', 'centre-head.cmp']
    await acts(stage, { at, by }, favourable('cmp'))
    expect(await refusedOn(stage, favourable('cmp'), { at, by })).to.equal('agreement.opinion-given')
    expect(await refusedOn(stage, favourable('sms'), { at, by })).to.equal('agreement.centre-not-asked')
    expect(await refusedOn(stage, favourable('cis'), { at, by })).to.equal('command.not-yours')
  })

  it('is offered to whoever may give it, while it is asked', async () => {
    const stage = await asked()
    const at = instant('2027-01-12T09:00:00Z')
    const mayOf = (by: string, centre: string): readonly string[] =>
      agreement
        .may(agreement.fold(first, entriesOf(stage, first)), acting(by, at), `centre:${centre}`)
        .filter((command) => command === 'giveOpinion')
    expect([
      mayOf('centre-head.cmp', 'cmp'),
      mayOf('centre-head.cmp', 'cis'),
      mayOf('deputy.cmp', 'cmp'),
    ]).to.deep.equal([['giveOpinion'], [], []])
    await acts(stage, { at, by: 'centre-head.cmp' }, favourable('cmp'))
    expect(mayOf('centre-head.cmp', 'cmp')).to.deep.equal([])
  })
})

describe('a draft', () => {
  it('is what it was written to be, and of nobody else', async () => {
    const stage = await draft()
    expect(agreementOf(stage)).to.deep.include({ ...content(), status: 'draft', versions: 1 })
    for (const by of ['pilot', 'direction', 'legal', 'auditor', 'centre-head.cmp'])
      expect(
        await refusedOn(stage, { type: 'reviseAgreement', input: content() }, { at: '2027-01-11T09:00:00Z', by }),
        by,
      ).to.equal('command.not-yours')
  })
})
