import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const correspondenceRefusals: Record<Extract<RefusalCode, `correspondence.${string}`>, TitleAndDetail> = {
  'correspondence.sending': {
    title: 'A digest is on its way',
    detail: 'A mail to this person is being sent at this moment. Wait until its outcome is known, then try again.',
  },
  'correspondence.nothing-pending': {
    title: 'There is nothing to send',
    detail: 'No notice waits for this person, so no digest was made.',
  },
  'correspondence.not-reached': {
    title: 'Nothing reaches this address',
    detail:
      'Mails to this address do not arrive, so we send nothing there. Correct the address in the register and say so here, or name another contact.',
  },
  'correspondence.held': {
    title: 'Their mail is held',
    detail: 'An officer holds it until {untilOn} included. Release it first: what still holds goes in the next window.',
  },
  'correspondence.not-held': {
    title: 'Their mail is not held',
    detail: 'It was released already, or nobody held it.',
  },
  'correspondence.hold-over': {
    title: 'That day is past',
    detail: 'Mail is held until a day that is not over: {untilOn} is. Give today or a later day.',
  },
  'correspondence.hold-too-long': {
    title: 'That day is too far ahead',
    detail:
      'Mail is held for 18 months at most, until {lastOn} as things stand: {untilOn} is later. Give an earlier day.',
  },
  'correspondence.nothing-to-confirm': {
    title: 'Nothing is asked of this contact',
    detail: 'They have confirmed already, or were not asked yet: contacts are asked each 1 September.',
  },
  'correspondence.confirmed-outside': {
    title: 'That day does not answer what they were asked',
    detail:
      'They were asked on {fromOn}: what they say from that day until {untilOn}, today, answers it. Give such a day.',
  },
  'correspondence.contact-not-working': {
    title: 'This contact cannot answer in their place',
    detail:
      '“{contact}” is no other contact of the same partner institution, or cannot be reached either. Name one who can.',
  },
  'correspondence.party-unknown': {
    title: 'Nobody of that name in the register',
    detail: 'The register knows no person and no contact under this id. Check the address you used.',
  },
}
