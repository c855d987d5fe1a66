import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const agreementRefusals: Record<Extract<RefusalCode, `agreement.${string}`>, TitleAndDetail> = {
  'agreement.exists': {
    title: 'This agreement exists already',
    detail:
      'An agreement is drafted once, under a number of its own; whoever has a part in this one finds it among the agreements. Draft yours anew: it is given another number.',
  },
  'agreement.partner-unknown': {
    title: 'This partner is not in the register',
    detail: '“{partner}” is no partner institution of the register. Choose one of the list, or have it added first.',
  },
  'agreement.partner-merged': {
    title: 'This partner is part of another',
    detail: '“{partner}” is part of “{successor}” by now. Name that one instead.',
  },
  'agreement.partner-ended': {
    title: 'All has ended with this partner',
    detail: 'The register says that the relation with “{partner}” has ended. Have that corrected first, if it goes on.',
  },
  'agreement.centre-unknown': {
    title: 'This research centre is not in the register',
    detail: '“{centre}” is no research centre of the school. Choose one of the list.',
  },
  'agreement.centre-closed': {
    title: 'This research centre has closed',
    detail: 'The last day of “{centre}” was {closedOn}: it can give no opinion any more. Choose a centre that is open.',
  },
  'agreement.named-twice': {
    title: 'The same thing is named twice',
    detail: '“{name}” appears twice where each may appear once. Remove one.',
  },
  'agreement.places-twice': {
    title: 'Places are given twice',
    detail: 'Of one academic year, {year}, places of one level and direction are given twice. Give them once.',
  },
  'agreement.year-outside': {
    title: 'This academic year lies outside the agreement',
    detail:
      'It is valid from {from} to {until}, on no day of the academic year that begins in {year}. Correct the year.',
  },
  'agreement.year-ahead': {
    title: 'This academic year has not begun',
    detail:
      'Who came and who went is recorded of years that have begun; the one of {year} has not. Correct the year, or come back then.',
  },
  'agreement.validity-backwards': {
    title: 'The agreement ends before it begins',
    detail: 'The last day, {until}, lies before the first, {from}. Correct one of them.',
  },
  'agreement.date-ahead': {
    title: 'This day lies ahead',
    detail: '{on} has not come yet; only what has happened is recorded. Correct the day, or come back then.',
  },
  'agreement.date-order': {
    title: 'These days are in the wrong order',
    detail: '{on} lies before {after}, when the step before it was taken. Correct the day.',
  },
  'agreement.not-renewable': {
    title: 'This agreement cannot be renewed',
    detail:
      '“{agreement}” is not the number of an agreement that is signed and goes on. Correct the number, or draft this one as a new agreement.',
  },
  'agreement.other-partners': {
    title: 'The agreement to renew has other partners',
    detail:
      'None of these partner institutions is a party to agreement “{agreement}”. Correct the number or the partners.',
  },
  'agreement.centre-not-asked': {
    title: 'This research centre was not asked',
    detail: 'The opinion of “{centre}” on this agreement is not asked. Reload to see whose is.',
  },
  'agreement.opinion-given': {
    title: 'This research centre has answered already',
    detail: 'The opinion of “{centre}” is recorded. If it has changed, ask that the agreement be sent back.',
  },
  'agreement.cleared': {
    title: 'This agreement is cleared already',
    detail: 'The legal review is recorded. It is now to be sent to the partner.',
  },
  'agreement.not-cleared': {
    title: 'This agreement is not cleared yet',
    detail: 'It can be sent once the legal review has cleared it. Wait for that, or ask the legal officer.',
  },
  'agreement.ending': {
    title: 'Notice of the end was given',
    detail: 'This agreement ends on {on} by notice. Nothing else is decided of it; draft a new one if it is to go on.',
  },
  'agreement.notice-short': {
    title: 'The notice is too short',
    detail:
      'Between the notice and the end lie {months} months at least: the earliest day is {earliest}. State that day or a later one.',
  },
  'agreement.ends-earlier': {
    title: 'The agreement ends by then anyway',
    detail: 'Its last day is {until}. State an earlier day, or let it end.',
  },
  'agreement.amendment-open': {
    title: 'Another amendment is open',
    detail: 'Version {version} is not agreed on yet. Record its signature, or drop it first.',
  },
  'agreement.amendment-none': {
    title: 'There is no such amendment',
    detail: 'Version {version} is not open: it was agreed on, dropped, or never proposed. Reload to see what is.',
  },
  'agreement.end-past': {
    title: 'This last day has passed',
    detail:
      '{until} has passed: an amendment that ends then would end the agreement before it began. Correct its last day.',
  },
  'agreement.version-unsigned': {
    title: 'This version is not signed yet',
    detail: 'Version {version} is not signed by both sides: it has no signed copy. Record its signature first.',
  },
}
