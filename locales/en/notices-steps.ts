import type { NoticeMessages } from '../catalogue.ts'

/** What happens if nobody acts, by the part that hears next. */
export const steps: NoticeMessages['steps'] = {
  owner:
    'the person it is entrusted to is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  pilot: 'the partnership lead is told on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  recipient: 'the contact is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  keeper:
    'the office, or whoever administers Longitude, is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  centre:
    'the head of the research centre is told on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  head: 'the head of the research centre {opens, select, yes {may answer too from} other {is reminded on}} {day}{every, plural, =0 {} one {, with a daily reminder} other {, with a reminder every # days}}',
  deputy:
    'the deputy head {opens, select, yes {may answer too from} other {is told on}} {day}{every, plural, =0 {} one {, with a daily reminder} other {, with a reminder every # days}}',
  direction:
    'direction {opens, select, yes {may answer too from} other {is told on}} {day}{every, plural, =0 {} one {, with a daily reminder} other {, with a reminder every # days}}',
  office:
    'the head of the international office is told on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  qualityOfficer:
    'the quality officer is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  officer:
    'the international office is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  legalOfficer:
    'the legal officer is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  secondPerson:
    'whoever of the office may confirm it is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  headOfOffice:
    'the head of the international office is told on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
  partner:
    'the partner institution is reminded on {day}{every, plural, =0 {} one {, then daily} other {, then every # days}}',
}
