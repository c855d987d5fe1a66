import { firstYearOf } from '../../academic-year.ts'
import { todayOf, type Moment } from '../../moment.ts'
import { Refusal, refusalIn } from '../../refusals.ts'
import { closedBefore } from '../../register/centre.ts'
import { successorOn } from '../../register/merge.ts'
import { repeated } from '../../repeated.ts'
import type { CivilDate } from '../../time.ts'
import type { AgreementContent, AgreementFacts, Term, Terms } from '../agreement.ts'
import { countedAs } from '../flows.ts'

/** What a content is checked against: the day it is, and who is in the register. */
export type Naming = Moment & {
  readonly facts: Pick<AgreementFacts, 'partners' | 'merged' | 'ended' | 'centres' | 'closed'>
}
/** What is known of a draft. */
export interface PartOfDraft {
  readonly partners?: AgreementContent['partners'] | undefined
  readonly centres?: AgreementContent['centres'] | undefined
  readonly places?: AgreementContent['places'] | undefined
  readonly validity?: AgreementContent['validity'] | undefined
  /** Absent where it was not signed; `unreadable` where nobody knows whether. */
  readonly signedOn?: CivilDate | 'unreadable' | undefined
  readonly document?: string | undefined
}
type Check = () => void

/** Everything for which a draft may not be, as far as each can be said of what is known of it; none of one that may be. */
export function refusalsOfDraft({ signedOn, document, ...content }: PartOfDraft, context: Naming): readonly Refusal[] {
  const { centres = [] } = content
  const unsigned = [
    () => {
      if (document !== undefined) throw new Refusal('agreement.version-unsigned', { version: 1 })
    },
    ...centres.map((centre) => () => checkCentresOpen({ centres: [centre] }, context)),
  ]
  const dated =
    signedOn === undefined ? unsigned : signedOn === 'unreadable' ? [] : [() => checkPast(signedOn, undefined, context)]
  return [...contentChecks(content, context), ...dated].flatMap((check) => refusalIn(check) ?? [])
}

/** Throws for a content that names what is not there, or contradicts itself. */
export const checkContent = (content: AgreementContent, context: Naming): void => run(contentChecks(content, context))

/** Throws for terms with a partner with whom none can be agreed, that end before they begin, or give places twice or outside their years. */
export const checkTerms = (terms: Terms, context: Naming): void => run(termsChecks(terms, context))

/** Throws for days in the wrong order, and for places in a year in which it is not valid. */
export const checkTerm = (term: Pick<Terms, 'validity' | 'places'>): void => run(termChecks(term))

const run = (checks: readonly Check[]): void => {
  for (const check of checks) check()
}

const contentChecks = ({ centres = [], ...terms }: PartOfDraft, context: Naming): readonly Check[] => [
  ...termsChecks(terms, context),
  () => checkNamedOnce(centres),
  ...centres.map((centre) => () => {
    if (!context.facts.centres.includes(centre)) throw new Refusal('agreement.centre-unknown', { centre })
  }),
]

const termsChecks = (
  { partners = [], validity, places = [] }: Pick<PartOfDraft, 'partners' | 'validity' | 'places'>,
  context: Naming,
): readonly Check[] => [
  () => checkNamedOnce(partners),
  ...partners.map((partner) => () => checkPartner(partner, context)),
  () => {
    const same = repeated(places.map(countedAs))
    if (same) throw new Refusal('agreement.places-twice', { year: Number(same.slice(0, 4)) })
  },
  ...(validity ? termChecks({ validity, places }) : []),
]

/** Of days in the wrong order no year is within. */
const termChecks = ({ validity, places }: Pick<Terms, 'validity' | 'places'>): readonly Check[] =>
  validity.until < validity.from
    ? [
        () => {
          throw new Refusal('agreement.validity-backwards', { ...validity })
        },
      ]
    : [...new Set(places.map(({ year }) => year))].map((year) => () => checkYear(year, validity))

function checkNamedOnce(names: readonly string[]): void {
  const twice = repeated(names)
  if (twice) throw new Refusal('agreement.named-twice', { name: twice })
}

/** Throws `agreement.centre-closed` for a research centre that is over, and can give no opinion any more. */
export function checkCentresOpen({ centres }: Pick<AgreementContent, 'centres'>, context: Naming): void {
  const over = closedBefore(todayOf(context), { centres, closed: context.facts.closed })
  if (over) throw new Refusal('agreement.centre-closed', over)
}

/** Throws for an academic year in which it is not valid on any day. */
export function checkYear(year: number, { from, until }: Term): void {
  if (year < firstYearOf(from) || year > firstYearOf(until))
    throw new Refusal('agreement.year-outside', { year, from, until })
}

function checkPartner(partner: string, context: Naming): void {
  const { partners, ended = [] } = context.facts
  if (!partners.includes(partner)) throw new Refusal('agreement.partner-unknown', { partner })
  const successor = standingFor(partner, context)
  if (successor !== partner) throw new Refusal('agreement.partner-merged', { partner, successor })
  if (ended.includes(partner)) throw new Refusal('agreement.partner-ended', { partner })
}

/** The partner that stands for this one today: itself, or whoever it has gone into. */
export const standingFor = (partner: string, context: Naming): string =>
  successorOn(partner, (id) => context.facts.merged?.[id], todayOf(context))

/** Those who stand for these partners today. */
export const standing = (partners: readonly string[], context: Naming): readonly string[] =>
  partners.map((partner) => standingFor(partner, context))

/** What is recorded has happened, and in this order. */
export function checkPast(on: CivilDate, after: CivilDate | undefined, moment: Moment): void {
  if (on > todayOf(moment)) throw new Refusal('agreement.date-ahead', { on })
  if (after && on < after) throw new Refusal('agreement.date-order', { on, after })
}
