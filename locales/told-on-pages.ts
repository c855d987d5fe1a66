import type { RefusalCode } from '../domain/refusals.ts'
import type { TitleAndDetail } from './catalogue.ts'
import type { ProblemCode } from './problems.ts'

/** Refusals that the pages of signed links tell in words of their own: elsewhere they speak to whoever works at the school. */
export const pageRefusals = [
  'command.invalid',
  'command.not-now',
  'command.not-yours',
  'command.overtaken',
  'document.unknown',
  'participation.not-later',
  'participation.after-dossiers',
  'participation.cancelled',
  'participation.candidate-unknown',
  'participation.candidate-twice',
  'participation.nomination-unknown',
  'participation.nomination-over',
  'participation.nomination-same',
  'participation.not-returned',
  'participation.order-differs',
  'participation.nominations-closed',
  'participation.extension-open',
  'participation.extension-last',
  'register.country-unknown',
  'dossier.piece-unknown',
  'dossier.frozen',
  'dossier.sender-other',
  'dossier.not-endorsed',
  'dossier.take-back-over',
  'dossier.close-passed',
] as const satisfies readonly RefusalCode[]
export type PageRefusal = (typeof pageRefusals)[number]

/** Those that say the same to everybody. */
export const plainRefusals = [
  'participation.date-past',
  'participation.after-arrival',
  'participation.candidate-another',
  'participation.dossier-sent',
  'participation.candidate-not-here',
  'participation.candidate-differs',
  'participation.programme-unknown',
  'participation.limit-reached',
  'participation.too-many',
  'register.birth-ahead',
  'dossier.document-same',
  'dossier.empty',
  'dossier.withdrawn',
] as const satisfies readonly RefusalCode[]

/** Those of the same processes that no page meets: of commands that the office alone gives, or of what a partner never learns. */
export const officeRefusals = [
  'command.unknown',
  'participation.candidate-elsewhere',
  'participation.nomination-returned',
  'participation.extension-none',
  'dossier.piece-same',
  'dossier.piece-missing',
  'dossier.piece-unchecked',
  'dossier.reason-unknown',
  'dossier.take-back-open',
  'dossier.not-later',
  'dossier.not-due',
  'dossier.date-past',
  'dossier.after-jury',
  'dossier.reason-missing',
  'dossier.kept-already',
  'dossier.kept-too-long',
  'dossier.appeal-open',
  'dossier.appeal-none',
  'dossier.undecided',
] as const satisfies readonly RefusalCode[]

/** Problems that those pages tell in words of their own. */
export const pageProblems = [
  'not-found',
  'invalid-json',
  'body-too-large',
  'unsupported-media-type',
  'method-not-allowed',
  'bug',
  'key-reused',
  'import-refused',
  'import-unreadable',
  'import-too-long',
  'document-missing',
  'documents-unused',
  'documents-full',
] as const satisfies readonly ProblemCode[]
export type PageProblem = (typeof pageProblems)[number]

/** Those that say the same to everybody. */
const plainProblems = [
  'csrf',
  'too-many-requests',
  'body-stalled',
  'document-several',
  'document-cut',
  'document-empty',
  'document-type',
  'document-extension',
  'document-damaged',
  'document-encrypted',
  'document-active',
  'document-mixed',
  'document-oversized',
  'document-unchecked',
] as const satisfies readonly ProblemCode[]

/** What whoever has no account is told on the page of a signed link; they can look at the page, and answer the mail. */
export interface ToldOnPages {
  readonly refusals: Readonly<Record<PageRefusal, TitleAndDetail>>
  readonly problems: Readonly<Record<PageProblem, TitleAndDetail>>
  /** Whatever else it is. */
  readonly other: TitleAndDetail
}

/** What is told of refusals and problems, by code, and with which of their fields. */
export interface Told {
  refusal(code: RefusalCode): TitleAndDetail
  problem(code: ProblemCode): TitleAndDetail
  fields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>
}

/** What is told on the page of a signed link, given what is told elsewhere. Ids of nominations, which stand on no page, are left out. */
export const toldOnPages = (
  { refusals, problems, other }: ToldOnPages,
  elsewhere: {
    readonly refusals: Readonly<Record<RefusalCode, TitleAndDetail>>
    readonly problems: Readonly<Record<ProblemCode, TitleAndDetail>>
  },
): Told => ({
  refusal: (code) =>
    isOf(pageRefusals, code) ? refusals[code] : isOf(plainRefusals, code) ? elsewhere.refusals[code] : other,
  problem: (code) =>
    isOf(pageProblems, code) ? problems[code] : isOf(plainProblems, code) ? elsewhere.problems[code] : other,
  fields: (fields) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => !(typeof value === 'string' && isId.test(value)))),
})

const isId = /^n[1-9]\d{0,3}$/
const isOf = <Known extends string>(list: readonly Known[], code: string): code is Known =>
  list.some((known) => known === code)
