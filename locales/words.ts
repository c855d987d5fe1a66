import type { Coverage } from '../domain/indicators/coverage.ts'
import type { IndicatorId } from '../domain/indicators/indicators.ts'
import type { Language } from '../domain/language.ts'
import type { NoticeKind } from '../domain/notices.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import type {
  AnswerArguments,
  CalendarArguments,
  MailArguments,
  PageArguments,
  ReceiptArguments,
  SignInArguments,
  Worded,
} from './arguments.ts'
import type { Catalogue, TitleAndDetail } from './catalogue.ts'
import type { ColumnName } from './columns.ts'
import { datesOf, type Dates } from './dates.ts'
import type { DossierPageArguments } from './dossier-page.ts'
import { english } from './en/catalogue.ts'
import { formatterOf, type Formatter } from './formatter.ts'
import { french } from './fr/catalogue.ts'
import { labelsOf, type Labels } from './labels.ts'
import type { LinkArguments } from './links.ts'
import type { FaultKind } from '../domain/input.ts'
import { noticeWords, type NoticeDetails, type NoticeWords } from './notices.ts'
import type { PartnerArguments } from './partner.ts'
import { faultWords, problemWords } from './problem-words.ts'
import type { ProblemCode, ProblemFields } from './problems.ts'
import { refusalWords } from './refusals.ts'
import { toldOnPages, type Told } from './told-on-pages.ts'

/** Every word a person reads, in their language. */
export interface Words extends Labels, Dates {
  readonly language: Language
  /** Fields as the `Refusal` holds them; a caller that knows display names may put them in the place of ids. */
  refusal(code: RefusalCode, fields: Readonly<Record<string, unknown>>): TitleAndDetail
  problem(code: ProblemCode, fields?: ProblemFields): TitleAndDetail
  /** One fault of an input: `{ path: 'places.3.direction', code: 'invalid_value', values: ['incoming', 'outgoing'] }`. */
  fault(fault: FaultKind & { readonly path: string }): string
  notice(kind: NoticeKind, details: NoticeDetails): NoticeWords
  indicator(id: IndicatorId): { readonly name: string; readonly formula: string; readonly population: string }
  coverage(coverage: Coverage): string
  /** `'a, b and c'` */
  list(names: readonly string[]): string
  /** `'€5,000'`, of euro cents. */
  money(cents: number, currency: string): string
  readonly mail: Worded<MailArguments>
  readonly signIn: Worded<SignInArguments>
  readonly answer: Worded<AnswerArguments>
  readonly page: Worded<PageArguments>
  /** Of every page that a signed link opens. */
  readonly links: Worded<LinkArguments>
  /** Of the pages of a partner's contact. */
  readonly partner: Worded<PartnerArguments>
  /** Of the pages of a candidate's dossier. */
  readonly dossierPage: Worded<DossierPageArguments>
  /** What a column of an exported list is called. */
  column(name: ColumnName): string
  readonly calendar: Worded<CalendarArguments>
  readonly receipt: Worded<ReceiptArguments>
}

function wordsFrom(language: Language, { catalogue, told }: { catalogue: Catalogue; told: Told }): Words {
  const format = formatterOf(language)
  const labels = labelsOf(catalogue.labels, format)
  const dates = datesOf(catalogue.dates, catalogue.zones, format)
  return {
    language,
    ...labels,
    ...dates,
    refusal: (code, fields) =>
      refusalWords({ code, fields: told.fields(fields) }, { said: told.refusal(code), format, labels, dates }),
    problem: (code, fields = {}) => problemWords(fields, { said: told.problem(code), format }),
    fault: (fault) => faultWords(fault, catalogue.faults, format),
    notice: (kind, details) => noticeWords({ kind, details }, { words: catalogue.notices, labels, format, dates }),
    indicator: (id) => ({
      name: catalogue.indicators.names[id],
      formula: catalogue.indicators.formulas[id],
      population: catalogue.indicators.populations[id],
    }),
    coverage: (coverage) => catalogue.indicators.coverages[coverage],
    list: format.list,
    money: format.money,
    mail: worded<MailArguments>(catalogue.mail, format),
    signIn: worded<SignInArguments>(catalogue.signIn, format),
    answer: worded<AnswerArguments>(catalogue.answer, format),
    page: worded<PageArguments>(catalogue.page, format),
    links: worded<LinkArguments>(catalogue.links, format),
    partner: worded<PartnerArguments>(catalogue.partner, format),
    dossierPage: worded<DossierPageArguments>(catalogue.dossierPage, format),
    column: (name) => catalogue.columns[name],
    calendar: worded<CalendarArguments>(catalogue.calendar, format),
    receipt: worded<ReceiptArguments>(catalogue.receipt, format),
  }
}

const worded =
  <A>(messages: Readonly<Record<keyof A, string>>, format: Formatter): Worded<A> =>
  (key, ...[values]) =>
    format.text(messages[key], values)

const toldElsewhere = ({ refusals, problems }: Catalogue): Told => ({
  refusal: (code) => refusals[code],
  problem: (code) => problems[code],
  fields: (fields) => fields,
})
const toldOn = (catalogue: Catalogue): Told => toldOnPages(catalogue.toldOnPages, catalogue)

const all: Readonly<Record<Language, Words>> = {
  fr: wordsFrom('fr', { catalogue: french, told: toldElsewhere(french) }),
  en: wordsFrom('en', { catalogue: english, told: toldElsewhere(english) }),
}
const onPages: Readonly<Record<Language, Words>> = {
  fr: wordsFrom('fr', { catalogue: french, told: toldOn(french) }),
  en: wordsFrom('en', { catalogue: english, told: toldOn(english) }),
}

/** The words of a language. `wordsOf('fr').pillar('teaching')` → `'Enseignement'` */
export const wordsOf = (language: Language): Words => all[language]

/** The same, where refusals and problems are told to whoever has no account, on the page of a signed link. */
export const wordsOnPage = (language: Language): Words => onPages[language]
