import { expect } from 'chai'
import { cycleOf, rungs } from '../cycle/cycle-script.ts'
import { notedOf } from '../../../domain/cycle/noted.ts'
import { instant } from '../../../domain/time.ts'
import { story } from '../school.ts'
import { mailsTo, mailsToContact, until } from '../stage.ts'
import {
  deposits,
  does,
  documentId,
  dossierOf,
  first,
  nominated,
  pieceOf,
  piecesOf,
  required,
  sent,
} from './dossier-script.ts'

describe('a dossier, from its nomination to its last document (S11, S17)', () => {
  it('is acknowledged, which is no acceptance, prepared, sent, checked and complete', async () => {
    const stage = await sent()
    await until(stage, '2028-03-09T00:00:00Z')
    for (const piece of required)
      await does(stage, { at: '2028-03-14T09:00:00Z' }, { type: 'acceptPiece', input: { piece } })
    expect(story(stage, first).filter((line) => !line.includes('reminded'))).to.deep.equal([
      '2028-02-01 09:00 nominated',
      '2028-02-02 09:00 acknowledged',
      '2028-03-07 09:00 preparationBegun',
      ...required.map(() => '2028-03-07 09:00 deposited'),
      '2028-03-08 09:00 sent',
      '2028-03-08 09:30 sendingSettled',
      ...required.map(() => '2028-03-14 09:00 pieceAccepted'),
      '2028-03-14 09:00 foundComplete',
    ])
    expect(dossierOf(stage).status).to.equal('complete')
    expect(notedOf(cycleOf(stage), '00001')).to.deep.equal({
      dossier: '00001',
      partner: 'usth',
      status: 'complete',
      since: '2028-03-14T09:00:00.000Z',
    })
  })

  it('needs what its population does, each from who sends it, and the endorsement from the partner', async () => {
    const stage = await nominated()
    expect(piecesOf(stage)).to.equal(required.map((code) => `${code} missing`).join(', '))
    expect(Object.values(dossierOf(stage).pieces).map(({ from }) => from)).to.deep.equal(required.map(() => 'partner'))
  })

  it('reminds its sender until it is sent, and the office of what it owes', async () => {
    const stage = await nominated()
    await until(stage, '2028-03-10T00:00:00Z')
    // Never acknowledged: an officer owed it by Friday 4 February.
    expect(mailsTo(stage, 'officer').filter((line) => line.includes('dossier'))).to.deep.equal([
      '2028-02-02 07:30 dossierAcknowledgement',
      '2028-02-07 07:30 dossierAcknowledgement',
    ])
    expect(rungs(stage, 'dossierSending', first)).to.deep.equal([])
    await until(stage, '2028-03-30T00:00:00Z')
    expect(rungs(stage, 'dossierSending', first)).to.deep.equal([
      '2028-03-16T23:00:00.000Z -14',
      '2028-03-23T23:00:00.000Z -7',
      '2028-03-27T22:00:00.000Z -3',
    ])
    expect(mailsToContact(stage, 'usth-c1').filter((line) => line.includes('dossier'))).to.deep.equal([
      '2028-03-17 01:30 dossierSending',
      '2028-03-24 01:30 dossierSending',
      '2028-03-28 01:30 dossierSending',
    ])
  })

  it('once sent reminds nobody of sending it', async () => {
    const stage = await sent()
    await until(stage, '2028-04-03T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').filter((line) => line.includes('dossierSending'))).to.deep.equal([])
    expect(dossierOf(stage).unsent).to.equal(undefined)
  })

  it('keeps every version of a document, and what was refused is asked again with a day of its own', async () => {
    const stage = await sent()
    await until(stage, '2028-03-09T00:00:00Z')
    await does(
      stage,
      { at: '2028-03-14T09:00:00Z' },
      { type: 'refusePiece', input: { piece: 'transcript', reason: 'unreadable', note: 'text-1' } },
    )
    expect(dossierOf(stage).status).to.equal('incomplete')
    // Tuesday 14 March and five working days.
    expect(pieceOf(stage, 'transcript')).to.deep.include({
      state: 'refused',
      refusal: { reason: 'unreadable', note: 'text-1' },
    })
    expect(pieceOf(stage, 'transcript').asked).to.deep.include({ effect: 'immediate', by: '2028-03-21' })
    await until(stage, '2028-03-16T09:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').at(-1)).to.equal('2028-03-15 01:30 dossierPiece')
    await deposits(stage, { at: '2028-03-20T09:00:00Z', by: 'usth-c1', from: 200 }, 'transcript')
    expect(pieceOf(stage, 'transcript').versions.map(({ document, by, at }) => [document, by, at])).to.deep.equal([
      [documentId(102), 'office', '2028-03-07T09:00:00.000Z'],
      [documentId(200), 'partner', '2028-03-20T09:00:00.000Z'],
    ])
    expect(dossierOf(stage).status).to.equal('incomplete')
    for (const piece of required)
      await does(stage, { at: '2028-03-21T09:00:00Z' }, { type: 'acceptPiece', input: { piece } })
    expect(dossierOf(stage).status).to.equal('complete')
  })

  it('sent with something missing has that asked for: never earlier than the day by which all was to be there', async () => {
    const stage = await sent(undefined, 'identity', 'cv')
    await until(stage, '2028-03-08T09:30:00Z')
    expect(dossierOf(stage).status).to.equal('incomplete')
    expect(pieceOf(stage, 'transcript').asked).to.deep.include({ reason: 'missing', by: '2028-03-31' })
    await until(stage, '2028-04-12T00:00:00Z')
    // R9: it was sent, and is not closed; what is late is known to the office.
    expect([dossierOf(stage).status, dossierOf(stage).unsent]).to.deep.equal(['incomplete', undefined])
    expect(mailsTo(stage, 'officer').filter((line) => line.includes('dossierPiece'))).to.have.length.above(0)
  })

  it('is withdrawn with its nomination, whatever it was, and tells those who were asked for it', async () => {
    const stage = await nominated()
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
    await until(stage, '2028-02-10T00:00:00Z')
    const withdraw = { type: 'withdrawNomination', input: {} } as const
    const actor = { id: 'process:participation/2028-engineer.usth', standings: [{ party: 'process' }] }
    await stage.act({ to: first, ...withdraw, at: instant('2028-02-10T00:00:00Z'), actor })
    await until(stage, '2028-04-12T00:00:00Z')
    expect(dossierOf(stage).status).to.equal('withdrawn')
    expect(mailsToContact(stage, 'usth-c1').filter((line) => line.includes('dossier'))).to.deep.equal([
      '2028-02-03 01:30 dossierAcknowledged',
      '2028-02-10 01:30 dossierWithdrawn',
    ])
    expect(notedOf(cycleOf(stage), '00001')?.status).to.equal('withdrawn')
  })
})
