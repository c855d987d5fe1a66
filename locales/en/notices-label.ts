import type { LabelNotices } from '../catalogue.ts'

const why =
  'You receive this because {part, select, qualityOfficer {you are the school’s quality officer} headOfOffice {you head the international office} direction {you act for direction} other {you look after the school’s labels}}, or because you stand in for that person.'
const newsWhy =
  'You receive this because you look after the school’s labels, or because you stand in for someone who does.'

/** What is told of labels. */
export const labelNotices: LabelNotices = {
  headings: {
    labelValidity: 'Label “{title}”: validity unknown',
    labelWindow: 'Label “{title}”: renewal opens',
    labelRenewal: 'Label “{title}”: renewal due',
    labelSelfEvaluation: 'Label “{title}”: self-evaluation',
    labelVisit: 'Label “{title}”: visit',
    labelDecision: 'Label “{title}”: decision',
    labelEnd: 'Label “{title}” ends',
    labelRegistered: 'Label “{title}” registered',
    labelExtended: 'Date changed: end of label “{title}”',
    labelAwarded: 'Label “{title}” renewed',
    labelRefused: 'Label “{title}”: renewal refused',
    labelLapsed: 'Label “{title}” has lapsed',
  },
  asks: {
    labelValidity:
      'The first and the last day of this label are not known, so nobody can be told in time of its end. Find them out and state them, with where they are known from.',
    labelWindow: 'Its renewal opens by itself. Nothing is asked of you yet.',
    labelRenewal:
      '{part, select, headOfOffice {The self-evaluation for its renewal has not been begun.} direction {The self-evaluation for its renewal has not been begun.} other {Begin the self-evaluation.}} The label is held until its last day, whatever comes of its renewal.',
    labelSelfEvaluation:
      '{part, select, headOfOffice {The self-evaluation has not been recorded as submitted.} direction {The self-evaluation has not been recorded as submitted.} other {Submit the self-evaluation, then record the day on which you did.}}',
    labelVisit: 'The visit has not been recorded. Ask when it takes place, and record the day on which it did.',
    labelDecision: 'The decision has not been recorded. Ask for it, and record it with its date.',
    labelEnd:
      'Its renewal is not awarded yet, and after its last day nothing shows it as held. If it was extended, record the new last day.',
  },
  news: {
    labelRegistered: 'Its file is open: you are told in time of everything that is owed for it.',
    labelExtended: 'Its last day was moved, with a reason. What was said of the earlier date no longer counts.',
    labelAwarded: 'It was awarded anew. A new file follows, with its own last day; this one stays as it is.',
    labelRefused:
      'Its renewal was refused, with a reason. It is held until its last day; a new self-evaluation can be begun before.',
    labelLapsed: 'Its last day has passed without its renewal: nothing shows it as held any more.',
  },
  consequences: {
    labelValidity:
      '{steps, select, none {Until then nobody is told of its end.} other {If they are not stated: {steps}. Until then nobody is told of its end.}}',
    labelWindow: 'Nobody has to act.',
    labelRenewal:
      '{steps, select, none {If nobody acts, the label lapses on its last day.} other {If it is not begun: {steps}. If nobody acts, the label lapses on its last day.}}',
    labelSelfEvaluation:
      '{steps, select, none {If nobody acts, the label lapses on its last day.} other {If it is not submitted: {steps}. If nobody acts, the label lapses on its last day.}}',
    labelVisit:
      '{steps, select, none {Without a visit there is no decision, and the label lapses on its last day.} other {If it is not recorded: {steps}. Without a visit there is no decision, and the label lapses on its last day.}}',
    labelDecision:
      '{steps, select, none {Without a decision the label lapses on its last day.} other {If it is not recorded: {steps}. Without a decision the label lapses on its last day.}}',
    labelEnd: 'If its renewal is not awarded by then, the label lapses by itself.',
  },
  whys: {
    labelValidity: why,
    labelWindow: why,
    labelRenewal: why,
    labelSelfEvaluation: why,
    labelVisit: why,
    labelDecision: why,
    labelEnd: why,
    labelRegistered: newsWhy,
    labelExtended: newsWhy,
    labelAwarded: newsWhy,
    labelRefused: newsWhy,
    labelLapsed: newsWhy,
  },
}
