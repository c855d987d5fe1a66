import { closesForCountry } from '../../../domain/cycle/overrides.ts'
import type { Cycle } from '../../../domain/cycle/cycle.ts'
import { finalOn, type CycleDate } from '../../../domain/cycle/dates.ts'

import { isOpen, type ExtensionRequest } from '../../../domain/participation/extension.ts'
import { closingOf, type Participation } from '../../../domain/participation/participation.ts'
import { dayOf, deadline, type Calendar, type CivilDate } from '../../../domain/time.ts'
import { storyTexts } from '../../../store/story-texts.ts'
import { loadCycle } from '../../../store/typed.ts'
import type { Deps } from '../../deps.ts'
import { quotesOf } from '../../views/quotes.ts'
import { acts, type Act } from './form.ts'
import type { Reading } from './reading.ts'

/** What is asked of a partner, with every name and date as people read them. */
export interface InvitationShown {
  readonly cycle: Participation
  readonly partner: string
  /** The zone of its readers. */
  readonly zone: string
  /** What the partner has answered so far, and how many nominations stand. */
  readonly answer: 'invited' | 'opened' | 'nominating' | 'finished'
  readonly nominated: number
  /** The last day that counts (R1, R5). */
  readonly lastDay: CivilDate
  /** It has passed, and a request holds the close up. */
  readonly isHeld: boolean
  /** What follows, by date: a deadline ends on it, anything else happens on it. */
  readonly dates: readonly { readonly date: CycleDate; readonly on: CivilDate; readonly ends: boolean }[]
  readonly request?: RequestShown | undefined
  /** What can be done now. */
  readonly may: readonly Act[]
  /** The last entry of the file: what is sent twice of one page is one. */
  readonly seq: number
}
export interface RequestShown extends Omit<ExtensionRequest, 'answer'> {
  readonly answer?: (NonNullable<ExtensionRequest['answer']> & { readonly words?: string | undefined }) | undefined
}

/** Gathers what the page of an invitation shows. */
export async function invitationShown(
  { store, rules, now }: Deps,
  {
    file,
    seq,
    partner,
    institution,
    may,
  }: Pick<Reading, 'file' | 'seq' | 'partner' | 'institution'> & { may: readonly string[] },
): Promise<InvitationShown> {
  const { state, id } = file
  const { calendar } = rules
  const { closesOn, arrivalOn } = closingOf(state)
  const { lastDay, passesAt } = deadline(closesOn, calendar)
  const [cycle, textOf] = await Promise.all([
    loadCycle(store, `admissionCycle/${state.cycle}`),
    storyTexts(store, { data: state.extension, quotes: quotesOf(id) }),
  ])
  const request = state.extension
  const words = request?.answer?.reason === undefined ? undefined : (textOf(request.answer.reason) ?? undefined)
  return {
    cycle: state,
    partner: partner.name,
    zone: institution.zone,
    answer:
      state.status === 'nominating' || state.status === 'finished' || state.status === 'opened'
        ? state.status
        : 'invited',
    nominated: state.order.length,
    lastDay,
    isHeld: isOpen(request) && now() >= passesAt,
    dates: [
      ...laterDates(cycle?.state, partner.country, calendar),
      { date: 'arrivalOn', on: arrivalOn, ends: false } as const,
    ].filter(({ on }) => on >= dayOf(now(), calendar)),
    ...(request && { request: { ...request, answer: request.answer && { ...request.answer, words } } }),
    may: Object.entries(acts).flatMap(([act, command]) => (may.includes(command) && isAct(act) ? [act] : [])),
    seq,
  }
}

const isAct = (name: string): name is Act => Object.hasOwn(acts, name)

/** What comes after the nominations, as the office set it: applications close, results and answers. */
function laterDates(cycle: Cycle | undefined, country: string, calendar: Calendar): InvitationShown['dates'] {
  if (!cycle?.dates) return []
  const { dates, overrides } = cycle
  const closes = closesForCountry('dossiersCloseOn', { dates, overrides, country }, calendar)
  return [
    { date: 'dossiersCloseOn', on: finalOn('dossiersCloseOn', closes, calendar), ends: true },
    { date: 'resultsOn', on: finalOn('resultsOn', dates.resultsOn, calendar), ends: false },
    { date: 'answerBy', on: finalOn('answerBy', dates.answerBy, calendar), ends: true },
  ]
}
