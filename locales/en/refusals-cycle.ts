import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'
import { nominationRefusals } from './nominations.ts'

export const cycleRefusals: Record<Extract<RefusalCode, `${'cycle' | 'participation'}.${string}`>, TitleAndDetail> = {
  'cycle.exists': {
    title: 'This cycle exists already',
    detail: 'There is a cycle of this population, year and term. Open it, or correct one of them.',
  },
  'cycle.key-differs': {
    title: 'The address belongs to another cycle',
    detail: 'This cycle has the key “{key}”. Use that key, or correct the population, the year or the term.',
  },
  'cycle.years-past': {
    title: 'These students would have arrived already',
    detail: 'The academic year that begins in {firstYear} is too early. Choose a later one.',
  },
  'cycle.dates-same': {
    title: 'These are the dates already',
    detail: 'Nothing would change. Name the dates that are to be others.',
  },
  'cycle.date-past': {
    title: 'This day is over',
    detail: '{on} has passed: it can no longer be a date of this cycle ({date}). Choose a later day.',
  },
  'cycle.date-outside': {
    title: 'This day belongs to another cycle',
    detail: '{on} ({date}) is too far from this cycle: its dates lie from {fromOn} to {untilOn}. Correct the year.',
  },
  'cycle.dates-order': {
    title: 'These dates are in the wrong order',
    detail: '{on} ({date}) lies before {after} ({afterDate}). Correct one of them.',
  },
  'cycle.no-interview': {
    title: 'Nobody is interviewed for an exchange',
    detail: 'An exchange has no dates of interviews. Leave them out.',
  },
  'cycle.named-twice': {
    title: 'The same thing is named twice',
    detail: '“{name}” appears twice where each may appear once. Remove one.',
  },
  'cycle.programme-unknown': {
    title: 'This cycle does not admit to this programme',
    detail:
      '“{programme}” is not a programme of its population. Choose one of the list, or have it added to the register.',
  },
  'cycle.country-not-later': {
    title: 'The date of this country is not later',
    detail:
      'The later of two dates counts, and the cycle’s own ({date}) is {on}: for {country} state a later day, or leave it out.',
  },
  'cycle.country-uninvited': {
    title: 'Nobody of this country is invited',
    detail:
      'No partner of “{country}” is invited to this cycle: the move would be of nobody’s date. Choose the country of an invited partner, or invite one first.',
  },
  'cycle.dates-announced': {
    title: 'The dates of this cycle are announced',
    detail: 'Its dates could be set until it was opened. Now each is moved by itself, with a reason (moveDeadline).',
  },
  'cycle.country-or-programme': {
    title: 'For a country or for a programme',
    detail: 'A date is moved for everyone, for one country, or for one programme. Leave one of the two out.',
  },
  'cycle.date-of-no-country': {
    title: 'This date is the same for every country',
    detail:
      'Countries have dates of their own for what their partners send, not for this one ({date}). Leave the country out.',
  },
  'cycle.move-pending': {
    title: 'An earlier date waits for an answer',
    detail: 'It is proposed to bring a date forward ({date}). Confirm or refuse that first.',
  },
  'cycle.no-move': {
    title: 'No earlier date is proposed',
    detail: 'Nothing waits for an answer: it was confirmed, refused or taken back. Look at the dates of the cycle.',
  },
  'cycle.partner-unknown': {
    title: 'This partner is not in the register',
    detail: '“{partner}” is not a partner institution of the school. Choose one of the list, or register it first.',
  },
  'cycle.partner-merged': {
    title: 'This partner is part of another',
    detail: '{partner} has become part of {successor}. Invite {successor} instead.',
  },
  'cycle.invited-already': {
    title: 'This partner is invited already',
    detail: '{partner} was invited to this cycle before. Leave it out.',
  },
  'cycle.not-invitable': {
    title: 'This partner is invited with a reason only',
    detail: '{partner}: {why}. It can be invited all the same: say why.',
  },
  'participation.not-later': {
    title: 'This day is not later',
    detail: 'Nominations close on {on} already, and the later day counts. State a later one.',
  },
  'participation.date-past': {
    title: 'This day is over',
    detail: '{on} has passed. Choose a later day.',
  },
  'participation.after-arrival': {
    title: 'The students would have arrived already',
    detail: 'Arrival is on {arrivalOn}. Choose a day before it.',
  },
  'participation.after-dossiers': {
    title: 'The applications would be closed already',
    detail:
      'The applications of this institution close on {dossiersCloseOn}: that is the last possible day of its nominations too. State that day or an earlier one; for a later one, the international office first moves the close of applications, of its country or of everyone (moveDeadline).',
  },
  'participation.cancelled': {
    title: 'This cycle was cancelled',
    detail: 'What was asked of this institution is withdrawn, and no longer changes.',
  },
  ...nominationRefusals,
  'participation.extension-open': {
    title: 'A request for more time waits for its answer',
    detail:
      'It is granted, with whichever day is chosen, or refused with a reason. Nothing else moves the date before that.',
  },
  'participation.extension-none': {
    title: 'Nobody asks for more time',
    detail: 'There is no request that waits for an answer. To give another day all the same, extend the nominations.',
  },
  'participation.extension-last': {
    title: 'More time was refused',
    detail:
      'A request for more time was refused after the last day, and this day is the last. Write to the international office.',
  },
  'cycle.dossiers-not-listed': {
    title: 'These applications are not on that list',
    detail: 'Of those that were not sent by {on}, these are not or no longer on the list: {dossiers}. Read it again.',
  },
  'cycle.cancelled': {
    title: 'This cycle was cancelled',
    detail: 'Its file no longer changes. If there are admissions after all, prepare it anew.',
  },
}
