import type { RefusalCode } from '../domain/refusals.ts'
import type { TitleAndDetail } from './catalogue.ts'
import { CivilDate } from '../domain/time.ts'
import type { Dates } from './dates.ts'
import { dossierRefusalFields } from './dossiers.ts'
import type { Formatter, Values } from './formatter.ts'
import type { Labels } from './labels.ts'
import { nominationRefusalFields } from './nominations.ts'
import { registerRefusalFields } from './refusals-register.ts'

/** The fields of each refusal, as its rule in `domain/` throws them: the arguments its words may use. */
export const refusalFields = {
  'process.unknown': ['id'],
  'command.unknown': ['command'],
  'command.invalid': ['faults'],
  'command.not-now': ['command', 'status'],
  'command.not-yours': ['command'],
  'command.overtaken': [],
  'document.unknown': [],
  'plan.exists': [],
  'plan.key-differs': ['partner', 'firstYear'],
  'plan.partner-unknown': ['partner'],
  'plan.partner-merged': ['partner', 'successor'],
  'plan.partner-ended': ['partner'],
  'plan.years-overlap': ['plan', 'partner', 'from', 'until'],
  'plan.years-past': ['firstYear'],
  'plan.centre-unknown': ['centre'],
  'plan.centre-closed': ['centre', 'closedOn'],
  'plan.centre-not-carrying': ['centre', 'milestone'],
  'plan.centre-idle': ['centre'],
  'plan.named-twice': ['name'],
  'plan.pilot-unknown': ['pilot'],
  'plan.owner-unknown': ['milestone', 'owner'],
  'plan.owner-watching': ['milestone', 'owner'],
  'plan.pillars-missing': ['pillars'],
  'plan.date-past': ['milestone', 'dueOn'],
  'plan.date-same': ['milestone', 'dueOn'],
  'plan.milestone-outside': ['milestone', 'dueOn', 'from', 'until'],
  'plan.milestone-unknown': ['milestone'],
  'plan.milestone-exists': ['milestone'],
  'plan.milestone-started': ['milestone'],
  'plan.milestone-done': ['milestone'],
  'plan.centres-missing': ['centres'],
  'plan.last-centre': ['centre'],
  'plan.milestone-dropped': ['milestone'],
  'plan.evidence-none': ['milestone'],
  'plan.evidence-own': ['milestone'],
  'plan.owner-same': ['milestone', 'owner'],
  'plan.pilot-same': ['pilot'],
  'plan.review-outside': ['reviewOn', 'until'],
  'plan.audience-same': ['audience'],
  'plan.audience-not-yours': ['audience'],
  'plan.audience-suspended': ['audience'],
  'plan.action-unknown': ['milestone', 'action'],
  'plan.action-differs': ['milestone', 'action'],
  'plan.year-outside': ['year', 'from', 'until'],
  'plan.year-missing': ['year'],
  'plan.year-frozen': ['year'],
  'plan.year-detailed': ['year'],
  'plan.year-not-begun': ['year'],
  'plan.report-final': ['year'],
  'plan.amendment-needed': ['year', 'centre'],
  'plan.report-early': ['year', 'from'],
  'plan.done-later': ['milestone', 'doneOn'],
  'plan.done-outside': ['milestone', 'doneOn', 'from', 'until'],
  'plan.evidence-late': ['milestone', 'doneOn', 'until'],
  'plan.carry-none': ['milestone'],
  'plan.amendment-open': ['amendment'],
  'plan.amendment-empty': [],
  'plan.amendment-none': ['amendment'],
  'plan.renewal-not-open': [],
  'approval.version-changed': [],
  'approval.withdrawn': [],
  'label.exists': [],
  'label.key-differs': ['label', 'firstYear'],
  'label.year-differs': ['from', 'firstYear'],
  'label.validity-backwards': ['from', 'until'],
  'label.not-longer': ['until'],
  'label.named-twice': ['name'],
  'label.programme-unknown': ['programme'],
  'label.criterion-unknown': ['criterion'],
  'label.criterion-evidenced': ['criterion'],
  'label.milestone-unknown': ['plan', 'milestone'],
  'label.milestone-linked': ['plan', 'milestone', 'criterion'],
  'label.evidence-unknown': ['evidence'],
  'label.date-ahead': ['on'],
  'label.date-order': ['on', 'after'],
  'label.award-same-year': ['firstYear'],
  'label.renewed': [],
  'label.lapsed': [],
  'agreement.exists': [],
  'agreement.partner-unknown': ['partner'],
  'agreement.partner-merged': ['partner', 'successor'],
  'agreement.partner-ended': ['partner'],
  'agreement.centre-unknown': ['centre'],
  'agreement.centre-closed': ['centre', 'closedOn'],
  'agreement.named-twice': ['name'],
  'agreement.places-twice': ['year'],
  'agreement.year-outside': ['year', 'from', 'until'],
  'agreement.year-ahead': ['year'],
  'agreement.validity-backwards': ['from', 'until'],
  'agreement.date-ahead': ['on'],
  'agreement.date-order': ['on', 'after'],
  'agreement.not-renewable': ['agreement'],
  'agreement.other-partners': ['agreement'],
  'agreement.centre-not-asked': ['centre'],
  'agreement.opinion-given': ['centre'],
  'agreement.cleared': [],
  'agreement.not-cleared': [],
  'agreement.ending': ['on'],
  'agreement.notice-short': ['months', 'earliest'],
  'agreement.ends-earlier': ['until'],
  'agreement.amendment-open': ['version'],
  'agreement.amendment-none': ['version'],
  'agreement.end-past': ['until'],
  'cycle.exists': [],
  'cycle.key-differs': ['key'],
  'cycle.years-past': ['firstYear'],
  'cycle.dates-same': [],
  'cycle.date-past': ['date', 'on'],
  'cycle.date-outside': ['date', 'on', 'fromOn', 'untilOn'],
  'cycle.dates-order': ['date', 'on', 'afterDate', 'after'],
  'cycle.no-interview': [],
  'cycle.named-twice': ['name'],
  'cycle.programme-unknown': ['programme'],
  'cycle.country-not-later': ['country', 'date', 'on'],
  'cycle.country-uninvited': ['country'],
  'cycle.dates-announced': [],
  'cycle.country-or-programme': [],
  'cycle.date-of-no-country': ['date'],
  'cycle.move-pending': ['date'],
  'cycle.no-move': [],
  'cycle.partner-unknown': ['partner'],
  'cycle.partner-merged': ['partner', 'successor'],
  'cycle.invited-already': ['partner'],
  'cycle.not-invitable': ['partner', 'why'],
  'cycle.dossiers-not-listed': ['dossiers', 'on'],
  'cycle.cancelled': [],
  'participation.not-later': ['on'],
  'participation.date-past': ['on'],
  'participation.after-arrival': ['arrivalOn'],
  'participation.after-dossiers': ['dossiersCloseOn'],
  'participation.cancelled': [],
  ...nominationRefusalFields,
  'agreement.version-unsigned': ['version'],
  'participation.extension-open': [],
  'participation.extension-none': [],
  'participation.extension-last': [],
  ...dossierRefusalFields,
  'correspondence.sending': [],
  'correspondence.nothing-pending': [],
  'correspondence.not-reached': [],
  'correspondence.held': ['untilOn'],
  'correspondence.not-held': [],
  'correspondence.hold-over': ['untilOn'],
  'correspondence.hold-too-long': ['untilOn', 'lastOn'],
  'correspondence.nothing-to-confirm': [],
  'correspondence.confirmed-outside': ['fromOn', 'untilOn'],
  'correspondence.contact-not-working': ['contact'],
  'correspondence.party-unknown': [],
  ...registerRefusalFields,
} as const satisfies Record<RefusalCode, readonly string[]>

const unknown = '…'
// What people may call a thing as they like is no day, however much it looks like one.
const namesDay = (field: string): boolean => /^(?:on|from|until|after|earliest|\w+On)$/.test(field)
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** Words a refusal: `said`, with its fields. A field the rule did not give reads as `none` in a `select`, and as an ellipsis elsewhere. */
export function refusalWords(
  { code, fields }: { readonly code: RefusalCode; readonly fields: Readonly<Record<string, unknown>> },
  { said, format, labels, dates }: { said: TitleAndDetail; format: Formatter; labels: Labels; dates: Dates },
): TitleAndDetail {
  const shown = (name: string): string | number => {
    const value = fields[name]
    if (name === 'command' && typeof value === 'string') return labels.commandNamed(value) ?? value
    if (name === 'status' && typeof value === 'string') return labels.statusNamed(value) ?? value
    if (name === 'audience' && typeof value === 'string') return labels.audienceNamed(value) ?? value
    if ((name === 'date' || name === 'afterDate') && typeof value === 'string')
      return labels.cycleDateNamed(value) ?? value
    if (name === 'why' && typeof value === 'string') return labels.uninvitableNamed(value) ?? value
    if (name === 'pillars') return format.list(textsIn(value).map((pillar) => labels.pillarNamed(pillar) ?? pillar))
    if (name === 'faults') return Array.isArray(value) ? value.length : 0
    if (Array.isArray(value)) return format.list(textsIn(value))
    const day = CivilDate.safeParse(value)
    if (namesDay(name) && day.success) return dates.day(day.data)
    if (value === undefined) return name === 'milestone' || name === 'nomination' ? 'none' : unknown
    return typeof value === 'string' || typeof value === 'number' ? String(value) : unknown
  }
  const values: Values = Object.fromEntries(refusalFields[code].map((name) => [name, shown(name)]))
  return { title: format.text(said.title, values), detail: format.text(said.detail, values) }
}
