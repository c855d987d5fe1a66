import { expect } from 'chai'
import type { Notice } from '../../domain/correspondence/correspondence.ts'
import { pieceNamed, reasonNamed } from '../../domain/dossier/required.ts'
import type { Language } from '../../domain/language.ts'
import { civil, instant } from '../../domain/time.ts'
import { renderDigest } from '../../mail/digest.ts'
import { rules } from '../domain/school.ts'

const { policy, calendar } = rules
const named = (code: string) => pieceNamed(code, policy)

/** The text of a mail to a contact in Hanoi, on Friday 17 March 2028 at 08:30 there. */
const textOf = (
  notice: Pick<Notice, 'kind' | 'about'> & Partial<Notice>,
  { language, ...told }: { language: Language } & Record<string, unknown>,
): string =>
  renderDigest({
    language,
    zone: 'Asia/Ho_Chi_Minh',
    school: calendar,
    now: instant('2028-03-17T01:30:00Z'),
    ladders: policy.ladders,
    reader: 'partner',
    office: 'officer@school.example',
    items: [
      {
        notice: {
          key: 'dossier/00017#1',
          subject: 'dossier/00017#dossierSending/dossier',
          untilOn: civil('2028-03-31'),
          passesAt: instant('2028-03-31T22:00:00Z'),
          ...notice,
        },
        partner: 'USTH',
        dossier: {
          number: '00017',
          cycle: { firstYear: 2028, population: 'engineer' },
          missing: [],
          sentBy: 'partner',
          ...told,
        },
      },
    ],
  }).text

describe('mails about dossiers', () => {
  const reminder = { kind: 'dossierSending', about: 'dossier', days: -14 } as const

  it('name what is still missing, in the language of their reader, and nobody', () => {
    const missing = [named('transcript'), named('endorsement')]
    const english = textOf(reminder, { language: 'en', missing })
    expect(english).to.contain('Application 00017, Engineer admissions 2028/2029: to be sent')
    expect(english).to.contain(
      'Still missing: transcript of records and endorsement by the home institution. Deposit what is missing, then send the application.',
    )
    expect(english).to.contain(
      'If it is not sent by then, the international office decides whether it is closed. If it is sent, what is still missing is asked for with days of its own.',
    )
    const french = textOf(reminder, { language: 'fr', missing })
    expect(french).to.contain('Dossier 00017, Admissions ingénieur 2028/2029\u00a0: à envoyer')
    expect(french).to.contain(
      'Il manque encore\u00a0: relevé de notes et avis de l’établissement d’origine. Déposez ce qui manque, puis envoyez le dossier.',
    )
  })

  it('say where nothing is missing that it is still to be sent', () => {
    expect(textOf(reminder, { language: 'en' })).to.contain(
      'Every document is there: check them, then send the application.',
    )
    expect(textOf(reminder, { language: 'fr' })).to.contain(
      'Toutes les pièces sont là\u00a0: vérifiez-les, puis envoyez le dossier.',
    )
  })

  it('say of a document that is asked again why, what was written beside it, and what it holds up', () => {
    const asked = { kind: 'dossierPiece', about: 'piece:transcript' } as const
    const told = { piece: named('transcript'), ground: reasonNamed('unreadable', policy) }
    const now = textOf(asked, { language: 'en', ...told, effect: 'immediate' })
    expect(now).to.contain('Application 00017, Engineer admissions 2028/2029: transcript of records')
    expect(now).to.contain('This document is asked for: transcript of records. Why: it cannot be read.')
    expect(now).to.contain('The application is incomplete until it is there.')
    expect(textOf(asked, { language: 'fr', ...told, effect: 'blockingLater', stage: 'enrolled' })).to.contain(
      'Sans elle, le dossier s’arrête avant cette étape\u00a0: l’inscription.',
    )
    expect(textOf(asked, { language: 'en', ...told, effect: 'notBlocking' })).to.contain(
      'Nothing is held up without it.',
    )
  })

  it('say of a nomination that was received that it admits nobody', () => {
    const received = { kind: 'dossierAcknowledged', about: 'dossier' } as const
    expect(textOf(received, { language: 'en', missing: [named('cv')] })).to.contain(
      'The nomination was received; that does not admit the candidate yet. Documents to deposit before it is sent: curriculum vitae.',
    )
    expect(textOf(received, { language: 'fr', missing: [named('cv')] })).to.contain(
      'La nomination a été reçue\u202f; le candidat n’est pas admis pour autant.',
    )
  })
})
