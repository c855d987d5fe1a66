import { expect } from 'chai'
import { countEdit } from '../../store/register/now.ts'
import { person } from '../domain/school.ts'
import { command } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { invitePartners, ofPartner, waitingMail } from './partner-invited.ts'

const warning =
  'This link is yours: whoever holds it counts as you, so do not forward this mail. Opening it changes nothing, and what is done there is recorded as done by this link. Names and addresses are shown only with a code, which is sent to you when you ask for it.'
const warningInFrench =
  'Ce lien vous est personnel\u00a0: quiconque le détient est considéré comme vous\u202f; ne transférez donc pas ce courriel. L’ouvrir ne change rien, et ce qui est fait sur cette page est enregistré comme fait par ce lien. Les noms et les adresses n’y sont montrés qu’avec un code, envoyé à votre demande.'

describe('a mail of an invitation', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    await countEdit(door.store)
    await invitePartners(door, 'usth', 'usj')
  })
  after(() => door?.close())

  /** The notices of a mail, without how it begins and ends; a link without its token. */
  const read = async (id: string): Promise<string> => {
    const { text } = await waitingMail(door, id)
    const [notices = ''] = text.slice(text.indexOf('* ')).split('\n\n-- ')
    return notices.replace(/\/partner\/[\w-]{43}/g, '/partner/{token}')
  }
  /** What was announced has been sent, and a partner asks for more time. */
  const asked = async (partner: string, at: string): Promise<void> => {
    door.at('2028-01-28T08:00:00Z')
    await door.wake(`correspondence/${partner}-c1`)
    door.at(at)
    const input = { to: '2028-02-15', cause: 'strike', reason: 'Our dean is on strike.' }
    await command(door, 'head-of-office', ofPartner(partner), { type: 'askExtension', input })
  }

  it('brings a partner’s contact a link, and says what it is', async () => {
    expect(await read('usth-c1')).to.equal(`* Nominations: Engineer admissions 2028/2029
  Your institution is invited to nominate candidates. If it nominates nobody this year, say so on the page of the invitation, or answer this mail: no reminder will follow.
  Last day: Monday 31 January 2028 included, until 24:00 Paris time (that is Tuesday 1 February 2028, 06:00 Ho Chi Minh City time). 119 days left.
  Without nominations, they close by themselves at the end of that day.
  Open the page of this invitation:
  http://127.0.0.1:3999/partner/{token}
  ${warning}
  You receive this because you are the contact of an institution that was invited to this cycle, or because you stand in for that person.`)
    const { html } = await waitingMail(door, 'usth-c1')
    expect(html).to.match(
      /<a href="http:\/\/127\.0\.0\.1:3999\/partner\/[\w-]{43}" style="[^"]+">Open the page of this invitation<\/a>/,
    )
  })

  it('does so in French', async () => {
    expect(await read('usj-c1')).to.equal(`* Nominations\u00a0: Admissions ingénieur 2028/2029
  Votre établissement est invité à nommer des candidats. S’il ne nomme personne cette année, dites-le sur la page de l’invitation, ou en répondant à ce courriel\u00a0: aucun rappel ne suivra.
  Dernier jour\u00a0: lundi 31 janvier 2028 inclus, jusqu’à 24\u00a0h\u00a000, heure de Paris (soit mardi 1er février 2028 à 01\u00a0h\u00a000, heure de Beyrouth). Il reste 119 jours.
  Sans nominations, leur clôture se fait d’elle-même à la fin de ce jour.
  Ouvrir la page de cette invitation\u00a0:
  http://127.0.0.1:3999/partner/{token}
  ${warningInFrench}
  Vous recevez ceci parce que vous êtes le contact d’un établissement invité à cette campagne, ou parce que vous suppléez la personne concernée.`)
  })

  it('says that more time is given, until when, and until when it was', async () => {
    await asked('usth', '2028-01-28T09:00:00Z')
    await command(door, 'officer', ofPartner('usth'), {
      type: 'grantExtension',
      input: { to: '2028-02-08', reason: 'Not so long.' },
    })
    expect(await read('usth-c1')).to.equal(`* More time given: nominations for Engineer admissions 2028/2029
  Your institution asked for more time, and has until this day to nominate candidates. The earlier day no longer counts. Reason stated: Not so long.
  Last day: Tuesday 8 February 2028 included, until 24:00 Paris time (that is Wednesday 9 February 2028, 06:00 Ho Chi Minh City time). Until now it was Monday 31 January 2028.
  Open the page of this invitation:
  http://127.0.0.1:3999/partner/{token}
  ${warning}
  You receive this because you are the contact of an institution that was invited to this cycle, or because you stand in for that person.`)
  })

  it('says that no more time is given, and after the last day which one is the last', async () => {
    await asked('usj', '2028-01-31T22:00:00Z')
    // Tuesday 1 February: the next working day is Wednesday.
    door.at('2028-02-01T10:00:00Z')
    await command(door, 'officer', ofPartner('usj'), {
      type: 'refuseExtension',
      input: { reason: 'Le jury siège alors.' },
    })
    expect(await read('usj-c1')).to.equal(`* Délai refusé\u00a0: nominations, Admissions ingénieur 2028/2029
  Votre établissement a demandé un délai, qui n’a pas pu être accordé. Des candidats peuvent être nommés jusqu’à ce jour, et pas au-delà. Motif indiqué\u00a0: Le jury siège alors.
  Dernier jour\u00a0: mercredi 2 février 2028 inclus, jusqu’à 24\u00a0h\u00a000, heure de Paris (soit jeudi 3 février 2028 à 01\u00a0h\u00a000, heure de Beyrouth). C’était jusqu’ici le lundi 31 janvier 2028.
  Ouvrir la page de cette invitation\u00a0:
  http://127.0.0.1:3999/partner/{token}
  ${warningInFrench}
  Vous recevez ceci parce que vous êtes le contact d’un établissement invité à cette campagne, ou parce que vous suppléez la personne concernée.`)
  })

  it('brings no link once nothing is asked any more, nor to anyone of the school', async () => {
    await asked('usj', '2028-01-28T09:00:00Z')
    const { text } = await waitingMail(door, person('officer'))
    expect(text)
      .to.contain('* Délai demandé\u00a0: Admissions ingénieur 2028/2029')
      .and.contain('Motif indiqué\u00a0: Our dean is on strike.')
      .and.contain('Dernier jour\u00a0: vendredi 4 février 2028 inclus')
      .and.contain('/participations/2028-engineer.usj')
      .and.not.contain('/partner/')
    await command(door, 'head-of-office', 'admissionCycle/2028-engineer', {
      type: 'cancel',
      input: { reason: 'No places.' },
    })
    expect(await read('usj-c1'))
      .to.contain('* Admissions ingénieur 2028/2029\u00a0: campagne annulée')
      .and.not.contain('/partner/')
  })
})
