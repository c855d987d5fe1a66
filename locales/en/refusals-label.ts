import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const labelRefusals: Record<Extract<RefusalCode, `label.${string}`>, TitleAndDetail> = {
  'label.exists': {
    title: 'This label’s file exists already',
    detail:
      'There is a file of this label for an award that began in this year; whoever has a part in it finds it among the labels. Correct the label or the year.',
  },
  'label.key-differs': {
    title: 'The address belongs to another label',
    detail:
      'The file of label “{label}” for an award that began in {firstYear} has the key “{label}-{firstYear}”. Use that key, or correct the label or the year.',
  },
  'label.year-differs': {
    title: 'The validity begins in another year',
    detail:
      'The first day, {from}, is not in {firstYear}, the year that names this file. Correct the day, or register the label under the year in which it begins.',
  },
  'label.validity-backwards': {
    title: 'The validity ends before it begins',
    detail: 'The last day, {until}, lies before the first, {from}. Correct one of them.',
  },
  'label.not-longer': {
    title: 'This extends nothing',
    detail: 'The label is valid until {until} already. State a later day.',
  },
  'label.named-twice': {
    title: 'The same thing is named twice',
    detail: '“{name}” appears twice where each may appear once. Remove one, or rename it.',
  },
  'label.programme-unknown': {
    title: 'This programme is not in the register',
    detail: '“{programme}” is not a programme of the school. Choose one of the list, or have it added to the register.',
  },
  'label.criterion-unknown': {
    title: 'This criterion is not in the file',
    detail: '“{criterion}” is not a criterion of this label. Choose one of its list, or add it to the list first.',
  },
  'label.criterion-evidenced': {
    title: 'This criterion has evidence',
    detail:
      'Criterion “{criterion}” cannot be taken out of the list while evidence is filed under it. Remove the evidence first.',
  },
  'label.milestone-unknown': {
    title: 'This milestone does not exist',
    detail: 'Plan “{plan}” has no milestone “{milestone}”. Choose one of a plan that exists.',
  },
  'label.milestone-linked': {
    title: 'This milestone is linked already',
    detail:
      'Milestone “{milestone}” of plan “{plan}” is evidence for criterion “{criterion}” already. Nothing needs to be done.',
  },
  'label.evidence-unknown': {
    title: 'There is no such evidence',
    detail: '“{evidence}” is not in this file, or was removed. Reload to see what is there.',
  },
  'label.date-ahead': {
    title: 'This day lies ahead',
    detail: '{on} has not come yet; only what has happened is recorded. Correct the day, or come back then.',
  },
  'label.date-order': {
    title: 'These days are in the wrong order',
    detail: '{on} lies before {after}, when the step before it was taken. Correct the day.',
  },
  'label.award-same-year': {
    title: 'The new award begins too early',
    detail:
      'The new award has to begin in a later year than this one, which began in {firstYear}. Correct its first day, or extend this one.',
  },
  'label.renewed': {
    title: 'This label was renewed',
    detail: 'Its file is complete and no longer changes. Go on in the file of the new award.',
  },
  'label.lapsed': {
    title: 'This label has lapsed',
    detail: 'Its last day has passed, so its file no longer changes. Register a new award as a file of its own.',
  },
}
