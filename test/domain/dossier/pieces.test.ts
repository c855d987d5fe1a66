import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { rungs } from '../cycle/cycle-script.ts'
import { mailsTo, mailsToContact, refusal, until } from '../stage.ts'
import {
  deposits,
  does,
  documentId,
  dossierOf,
  dossiersKnow,
  first,
  nominated,
  pieceOf,
  piecesOf,
  required,
  sent,
  type DossierCommand,
} from './dossier-script.ts'

const at = '2028-03-14T09:00:00Z'
const accept = (piece: string): DossierCommand => ({ type: 'acceptPiece', input: { piece } })
const refuse = (piece: string): DossierCommand => ({ type: 'refusePiece', input: { piece, reason: 'unreadable' } })
const ask = (piece: string, effect: 'immediate' | 'notBlocking', by?: string): DossierCommand => ({
  type: 'askAgain',
  input: { piece, reason: 'expired', effect, ...(by && { by: civil(by) }) },
})
const later = (piece: string): DossierCommand => ({
  type: 'askAgain',
  input: { piece, reason: 'newer-needed', effect: 'blockingLater', stage: 'enrolled' },
})

/** All but the certificate of language accepted; that one is deposited. */
async function checked() {
  const stage = await sent()
  for (const piece of required.filter((one) => one !== 'language-certificate')) await does(stage, { at }, accept(piece))
  return stage
}

describe('the documents of a dossier, one by one', () => {
  it('come from the population and from each programme that is wished for, in the order of the policy', async () => {
    const world = dossiersKnow({
      programmes: {
        icm: { documents: ['learning-agreement'], sentBy: 'partner' },
        ismin: { documents: ['portfolio', 'degree'], sentBy: 'candidate' },
      },
    })
    const stage = await nominated(world, { changes: { wishes: ['icm', 'ismin'] } })
    expect(Object.keys(dossierOf(stage).pieces)).to.deep.equal([
      'identity',
      'cv',
      'transcript',
      'degree',
      'motivation-letter',
      'language-certificate',
      'learning-agreement',
      'endorsement',
      'portfolio',
    ])
    expect(dossierOf(stage).sentBy).to.equal('partner')
  })

  it('make it complete once each is accepted or does not concern the candidate', async () => {
    const stage = await checked()
    expect(dossierOf(stage).status).to.equal('sent')
    const input = { piece: 'language-certificate', reason: 'text-1' }
    await does(stage, { at }, { type: 'markNotConcerned', input })
    expect(dossierOf(stage).status).to.equal('complete')
    expect(pieceOf(stage, 'language-certificate')).to.deep.include({ state: 'notConcerned', notConcerned: 'text-1' })
  })

  it('make it incomplete where one is refused, and complete again once it is there and accepted', async () => {
    const stage = await checked()
    await does(stage, { at }, accept('language-certificate'))
    await does(stage, { at: '2028-03-15T09:00:00Z' }, refuse('cv'))
    expect([dossierOf(stage).status, piecesOf(stage).includes('cv refused')]).to.deep.equal(['incomplete', true])
    await deposits(stage, { at: '2028-03-16T09:00:00Z', by: 'usth-c1', from: 200 }, 'cv')
    expect(dossierOf(stage).checking?.by).to.equal('2028-03-30')
    await does(stage, { at: '2028-03-17T09:00:00Z' }, accept('cv'))
    expect(dossierOf(stage).status).to.equal('complete')
    expect(pieceOf(stage, 'cv').versions.map(({ document }) => document)).to.deep.equal([
      documentId(101),
      documentId(200),
    ])
  })

  it('may be accepted after all, where one was refused by mistake', async () => {
    const stage = await checked()
    await does(stage, { at }, refuse('language-certificate'))
    await does(stage, { at }, accept('language-certificate'))
    expect(dossierOf(stage).status).to.equal('complete')
    expect(pieceOf(stage, 'language-certificate')).to.deep.include({
      state: 'accepted',
      asked: undefined,
      refusal: undefined,
    })
  })

  it('asked again hold up the dossier, a later stage, or nothing; each has a day of its own', async () => {
    const stage = await checked()
    await does(stage, { at }, accept('language-certificate'))
    await does(stage, { at }, later('transcript'))
    await does(stage, { at }, ask('cv', 'notBlocking', '2028-05-01'))
    expect(dossierOf(stage).status).to.equal('complete')
    // Tuesday 14 March and twenty working days.
    expect(pieceOf(stage, 'transcript').asked).to.deep.include({ stage: 'enrolled', by: '2028-04-11' })
    expect(pieceOf(stage, 'cv').asked).to.deep.include({ effect: 'notBlocking', by: '2028-05-01' })
    await does(stage, { at: '2028-03-15T09:00:00Z' }, ask('cv', 'immediate', '2028-03-20'))
    expect(dossierOf(stage).status).to.equal('incomplete')
    await deposits(stage, { at: '2028-03-16T09:00:00Z', from: 110 }, 'cv', 'transcript')
    await does(stage, { at: '2028-03-16T10:00:00Z' }, accept('cv'))
    expect(dossierOf(stage).status).to.equal('incomplete')
    await does(stage, { at: '2028-03-16T10:00:00Z' }, accept('transcript'))
    expect(dossierOf(stage).status).to.equal('complete')
  })

  it('asked again on another day are told once more, and their reminders start afresh (R11)', async () => {
    const stage = await checked()
    await does(stage, { at }, ask('cv', 'immediate', '2028-03-24'))
    await does(stage, { at: '2028-03-20T09:00:00Z' }, ask('cv', 'immediate', '2028-03-31'))
    await until(stage, '2028-04-05T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').filter((line) => line.includes('dossierPiece'))).to.deep.equal([
      '2028-03-15 01:30 dossierPiece',
      '2028-03-21 01:30 dossierPiece',
      '2028-03-29 01:30 dossierPiece',
      '2028-04-03 01:30 dossierPiece',
    ])
    expect(rungs(stage, 'dossierPiece', first).map((line) => line.split(' ')[1])).to.deep.equal(['-2', '1', '3'])
    expect(mailsTo(stage, 'officer').filter((line) => line.includes('dossierPiece'))).to.deep.equal([
      '2028-04-03 06:30 cycleDossiersClosed, dossierPiece',
    ])
  })

  it('are refused what is no document of it, no ready reason, the same again, or too late', async () => {
    const stage = await checked()
    const cases: readonly (readonly [DossierCommand, string])[] = [
      [accept('passport'), 'dossier.piece-unknown'],
      [accept('constructor1'), 'dossier.piece-unknown'],
      [accept('cv'), 'dossier.piece-same'],
      [{ type: 'refusePiece', input: { piece: 'cv', reason: 'ugly' } }, 'dossier.reason-unknown'],
      [ask('language-certificate', 'immediate'), 'dossier.piece-unchecked'],
      [ask('cv', 'immediate', '2028-03-13'), 'dossier.date-past'],
    ]
    for (const [command, code] of cases)
      expect(await refusal(does(stage, { at }, command)), JSON.stringify(command)).to.equal(code)
    await does(stage, { at }, ask('cv', 'immediate', '2028-03-20'))
    expect(await refusal(does(stage, { at }, ask('cv', 'immediate', '2028-03-20')))).to.equal('dossier.piece-same')
    expect(await refusal(deposits(stage, { at, from: 101 }, 'cv'))).to.equal('dossier.document-same')
    expect(
      await refusal(does(stage, { at }, { type: 'deposit', input: { piece: 'cv', document: 'f'.repeat(32) } })),
    ).to.equal('document.unknown')
    // Uploaded by somebody else.
    expect(await refusal(deposits(stage, { at, from: 410 }, 'cv'))).to.equal('document.unknown')
    const missing = await sent(undefined, 'identity')
    await until(missing, '2028-03-08T09:30:00Z')
    expect(await refusal(does(missing, { at }, accept('cv')))).to.equal('dossier.piece-missing')
    expect(await refusal(does(missing, { at }, refuse('cv')))).to.equal('dossier.piece-missing')
  })

  it('are checked by the office alone', async () => {
    const stage = await checked()
    for (const by of ['pilot', 'direction', 'auditor', 'administrator', 'usth-c1', 'candidate'])
      expect(await refusal(does(stage, { at, by }, accept('language-certificate'))), by).to.equal('command.not-yours')
    await does(stage, { at, by: 'head-of-office' }, accept('language-certificate'))
    expect(dossierOf(stage).status).to.equal('complete')
  })
})
