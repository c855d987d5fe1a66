import { registerRefusalCodes } from './register/refusals.ts'

/** Every reason for which a command may not be; stable for ever, worded in `locales/`. */
export const refusalCodes = [
  'process.unknown',
  'command.unknown',
  'command.invalid',
  'command.not-now',
  'command.not-yours',
  'command.overtaken',
  'plan.exists',
  'plan.key-differs',
  'plan.partner-unknown',
  'plan.partner-merged',
  'plan.partner-ended',
  'plan.years-past',
  'plan.centre-unknown',
  'plan.centre-not-carrying',
  'plan.centre-idle',
  'plan.named-twice',
  'plan.pilot-unknown',
  'plan.owner-unknown',
  'plan.pillars-missing',
  'plan.date-past',
  'plan.date-same',
  'plan.milestone-outside',
  'plan.milestone-unknown',
  'plan.milestone-exists',
  'plan.milestone-started',
  'plan.milestone-done',
  'plan.milestone-dropped',
  'plan.evidence-none',
  'plan.evidence-own',
  'plan.owner-same',
  'plan.pilot-same',
  'plan.review-outside',
  'plan.audience-same',
  'plan.audience-not-yours',
  'plan.audience-suspended',
  'plan.action-unknown',
  'plan.action-differs',
  'plan.year-outside',
  'plan.year-missing',
  'plan.year-frozen',
  'plan.year-detailed',
  'plan.year-not-begun',
  'plan.report-final',
  'plan.amendment-needed',
  'plan.report-early',
  'plan.amendment-open',
  'plan.renewal-not-open',
  'plan.amendment-empty',
  'plan.amendment-none',
  'plan.done-later',
  'plan.done-outside',
  'plan.evidence-late',
  'plan.carry-none',
  'plan.centres-missing',
  'plan.last-centre',
  'approval.version-changed',
  'approval.withdrawn',
  'label.exists',
  'label.key-differs',
  'label.year-differs',
  'label.validity-backwards',
  'label.not-longer',
  'label.named-twice',
  'label.programme-unknown',
  'label.criterion-unknown',
  'label.criterion-evidenced',
  'label.milestone-unknown',
  'label.milestone-linked',
  'label.evidence-unknown',
  'label.date-ahead',
  'label.date-order',
  'label.award-same-year',
  'label.renewed',
  'label.lapsed',
  'correspondence.sending',
  'correspondence.nothing-pending',
  'correspondence.not-reached',
  'correspondence.held',
  'correspondence.not-held',
  'correspondence.hold-over',
  'correspondence.hold-too-long',
  'correspondence.nothing-to-confirm',
  'correspondence.confirmed-outside',
  'correspondence.contact-not-working',
  'correspondence.party-unknown',
  ...registerRefusalCodes,
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Whether a text is the code of a refusal. */
export const isRefusalCode = (code: string): code is RefusalCode => refusalCodes.some((known) => known === code)

/** A command that may not be: a stable code and typed fields; the words are in `locales/`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly fields: Readonly<Record<string, unknown>>
  constructor(code: RefusalCode, fields: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.fields = fields
  }
}
