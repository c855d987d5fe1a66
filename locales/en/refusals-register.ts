import type { RegisterRefusalCode } from '../../domain/register/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const registerRefusals: Record<RegisterRefusalCode, TitleAndDetail> = {
  'register.exists': {
    title: 'This id is taken',
    detail:
      '“{id}” stands in the register already, or is kept for a contact, and ids never change hands. Choose another id, or edit that entry.',
  },
  'register.contact-twice': {
    title: 'This address is there already',
    detail: 'Contact “{contact}” of this partner institution has the same address. Edit that contact instead.',
  },
  'register.contact-unknown': {
    title: 'There is no such contact',
    detail: 'This partner institution has no contact “{contact}”. Reload to see those it has.',
  },
  'register.contact-current': {
    title: 'They are still a contact of their institution',
    detail:
      'Contact “{contact}” is written to as long as they stand among the contacts of their institution. Have the office remove them (removeContact), once another contact answers; then erase them.',
  },
  'register.contacts-differ': {
    title: 'The order does not name each contact once',
    detail: 'Name each contact exactly once: {contacts}.',
  },
  'register.confirmed-later': {
    title: 'That day is still to come',
    detail: 'Nobody can have confirmed on {on} yet. Give the day on which they did, today at the latest.',
  },
  'register.name-order': {
    title: 'The name changed later than that',
    detail:
      'The last name counts from {fromOn}; a new one counts from a later day. The names before stay as they were.',
  },
  'register.decided-later': {
    title: 'Something was decided after that day',
    detail: 'The last decision is of {on}; a new one is of that day or later. Decisions before stay as they were.',
  },
  'register.decided-already': {
    title: 'That is decided already',
    detail: 'This is how it stands since {on}, so there is nothing to decide.',
  },
  'register.country-unknown': {
    title: 'There is no such country',
    detail: 'No country has the code “{country}”. Use the two letters of ISO 3166-1, such as NZ for New Zealand.',
  },
  'register.holidays-unknown': {
    title: 'Nobody knows the public holidays there',
    detail:
      'Neither the policy nor the holiday library knows the public holidays of country “{country}”, so a mail could go there on one. State that you go without them (withoutHolidays), and why, and send again; or have them added to the policy (countries.yaml).',
  },
  'register.zone-needed': {
    title: 'Which time zone?',
    detail: 'Country “{country}” has several: {zones}. Say in which of them the partner institution works.',
  },
  'register.zone-elsewhere': {
    title: 'This time zone is elsewhere',
    detail: '“{zone}” is no time zone of country “{country}”. Choose one of that country.',
  },
  'register.unlisted-reason': {
    title: 'A reason is needed for this country',
    detail:
      'Country “{country}” is not targeted by the school’s policy today. That rules nothing out: say why this partner institution matters, and send again.',
  },
  'register.likely-duplicate': {
    title: 'This institution may be registered already',
    detail:
      'It shares a web domain or is called much like: {partners}. Look at them; if it is another institution, send again and confirm that it is.',
  },
  'register.email-taken': {
    title: 'This address belongs to someone else',
    detail: 'Another person of the register has this address. Each person needs one of their own.',
  },
  'register.candidate-known': {
    title: 'This candidate is registered already',
    detail: 'Candidate “{candidate}” has the same address. Use that record, and correct it where it is wrong.',
  },
  'register.candidate-likely': {
    title: 'This candidate may be registered already',
    detail:
      'Born on the same day and called so, or much alike: {candidates}. Look at them; if it is another person, register them as such, which you confirm, and send again.',
  },
  'register.erased': {
    title: 'This person was erased',
    detail: 'Since {on} nothing is held on them but an id, which no longer changes. Begin a new record.',
  },
  'register.dossiers-open': {
    title: 'An application of theirs is open',
    detail:
      'Nobody is erased while an application of theirs goes on: {dossiers}. Cancel the nomination, or wait until the application is closed; then erase them.',
  },
  'register.appeal-open': {
    title: 'An appeal of theirs is open',
    detail:
      'What is held is needed for the appeal on: {dossiers}. Record that the appeal is over (liftRetention), then erase them.',
  },
  'register.candidate-itself': {
    title: 'This is the same record',
    detail: 'The other record is of “{candidate}” already. Say it of the record that may be of somebody else.',
  },
  'register.birth-ahead': {
    title: 'Nobody was born on that day yet',
    detail: '{on} is not over. Correct the birth date.',
  },
  'register.own-mandates': {
    title: 'These are your own mandates',
    detail:
      'Nobody changes what they themselves may do, nor makes themselves the delegate of somebody else. Ask another administrator, or the head of office; nothing was changed.',
  },
  'register.mandate-centre': {
    title: 'A mandate and its research centre do not fit',
    detail:
      'Heads and deputies of research centres need their centre, and other mandates, such as “{role}”, have no centre. Correct the mandate.',
  },
  'register.mandate-order': {
    title: 'A period ends before it begins',
    detail:
      'The last day of “{path}” is before its first. Give the same day as its first, or a later one; nothing was changed.',
  },
  'register.mandate-twice': {
    title: 'The same mandate is there twice',
    detail: '“{path}” has the role, the research centre and the first day of another. Keep one; nothing was changed.',
  },
  'register.centre-unknown': {
    title: 'This research centre does not exist',
    detail: '“{centre}” is not a research centre of the school. Choose one of the list.',
  },
  'register.centre-carries': {
    title: 'Something still goes on with this research centre',
    detail:
      'It carries on after that day: {remaining}. Have the plans amended or ended and the answers given first, or give a later last day; nothing was changed.',
  },
  'register.still-present': {
    title: 'This person is still there',
    detail: 'Someone who holds a mandate is not erased. Have their departure take effect first.',
  },
  'register.merge-self': {
    title: 'Nothing merges into itself',
    detail: 'Name another partner institution as the successor.',
  },
  'register.merged-already': {
    title: 'This partner institution has merged already',
    detail:
      '“{partner}” is part of another institution, or will be on a day that is recorded. Name the one that stands for it.',
  },
  'register.departed': {
    title: 'This person has left',
    detail: 'Their departure took effect on {on}. Give them a new mandate if they come back.',
  },
  'register.departure-same': {
    title: 'That is recorded already',
    detail:
      'This person’s departure stands as you say it, so there is nothing to record. Give another day; nothing was changed.',
  },
  'register.owes': {
    title: 'Something still waits for this person',
    detail:
      'Without a mandate they could no longer do it: {remaining}. Record their departure, which lists what is to be handed over, and takes effect once it is.',
  },
}
