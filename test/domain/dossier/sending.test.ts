import { expect } from 'chai'
import { story } from '../school.ts'
import { mailsTo, mailsToContact, refusal, until } from '../stage.ts'
import { deposits, does, dossierOf, first, nominated, pieceOf, required, sent } from './dossier-script.ts'

const takeBack = { type: 'takeBack', input: {} } as const
const send = { type: 'send', input: {} } as const

describe('what was sent is frozen, and may be taken back within 30 minutes (R16)', () => {
  it('is taken back until the last moment of them, by whoever sends it', async () => {
    const stage = await sent()
    await does(stage, { at: '2028-03-08T09:29:59.999Z', by: 'usth-c1' }, takeBack)
    expect([dossierOf(stage).status, dossierOf(stage).sending]).to.deep.equal(['inPreparation', undefined])
    await deposits(stage, { at: '2028-03-08T09:40:00Z', by: 'usth-c1', from: 200 }, 'cv')
    expect(pieceOf(stage, 'cv').versions).to.have.length(2)
    await does(stage, { at: '2028-03-08T09:50:00Z', by: 'usth-c1' }, send)
    await until(stage, '2028-03-08T10:20:00Z')
    expect(story(stage, first).slice(-1)).to.deep.equal(['2028-03-08 10:20 sendingSettled'])
  })

  it('is no longer taken back at exactly 30:00', async () => {
    const stage = await sent()
    expect(await refusal(does(stage, { at: '2028-03-08T09:30:00.000Z', by: 'usth-c1' }, takeBack))).to.equal(
      'dossier.take-back-over',
    )
    expect(dossierOf(stage).status).to.equal('sent')
    expect(story(stage, first).at(-1)).to.equal('2028-03-08 09:30 sendingSettled')
  })

  it('is not taken back once its last day has passed: it could not be sent again', async () => {
    const stage = await nominated()
    await deposits(stage, { at: '2028-03-07T09:00:00Z' }, ...required)
    await does(stage, { at: '2028-03-31T21:50:00Z' }, send)
    expect(await refusal(does(stage, { at: '2028-03-31T22:00:00Z' }, takeBack))).to.equal('dossier.close-passed')
    expect(dossierOf(stage).status).to.equal('sent')
  })

  it('changes in nothing, and nothing of it is checked while it may be taken back', async () => {
    const stage = await sent()
    const at = '2028-03-08T09:10:00Z'
    expect(await refusal(deposits(stage, { at, from: 120 }, 'cv'))).to.equal('dossier.frozen')
    const cv = { piece: 'cv' }
    for (const command of [
      { type: 'acceptPiece', input: cv },
      { type: 'refusePiece', input: { ...cv, reason: 'unreadable' } },
      { type: 'markNotConcerned', input: { ...cv, reason: 'text-1' } },
      { type: 'askAgain', input: { ...cv, reason: 'expired', effect: 'immediate' } },
    ] as const)
      expect(await refusal(does(stage, { at }, command)), command.type).to.equal('dossier.take-back-open')
    expect(await refusal(deposits(stage, { at: '2028-03-09T09:00:00Z', from: 120 }, 'cv'))).to.equal('dossier.frozen')
  })

  it('is told to nobody before: the office hears of what stays sent, and so does the sender', async () => {
    const back = await sent()
    await does(back, { at: '2028-03-08T09:20:00Z', by: 'usth-c1' }, takeBack)
    await until(back, '2028-03-10T00:00:00Z')
    expect(mailsTo(back, 'officer').filter((line) => line.includes('dossierChecking'))).to.deep.equal([])
    expect(mailsToContact(back, 'usth-c1').filter((line) => line.includes('dossierReceived'))).to.deep.equal([])
    const stage = await sent()
    await until(stage, '2028-03-10T00:00:00Z')
    expect(mailsTo(stage, 'officer').filter((line) => line.includes('dossierChecking'))).to.deep.equal([
      '2028-03-09 07:30 dossierChecking',
    ])
    expect(mailsToContact(stage, 'usth-c1').filter((line) => line.includes('dossierReceived'))).to.deep.equal([
      '2028-03-09 01:30 dossierReceived',
    ])
  })

  it('is nothing where no document was deposited, and goes without those that are missing', async () => {
    const stage = await nominated()
    expect(await refusal(does(stage, { at: '2028-03-07T09:00:00Z' }, send))).to.equal('command.not-now')
    await does(
      stage,
      { at: '2028-03-07T09:00:00Z' },
      { type: 'markNotConcerned', input: { piece: 'cv', reason: 'text-1' } },
    )
    await deposits(stage, { at: '2028-03-07T10:00:00Z' }, 'identity')
    await does(stage, { at: '2028-03-07T11:00:00Z' }, send)
    expect(dossierOf(stage).status).to.equal('sent')
  })
})
