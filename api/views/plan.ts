import type { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import { todayOf } from '../../domain/moment.ts'
import { isLate } from '../../domain/plan/consolidated.ts'
import { approvalId } from '../../domain/plan/ids.ts'
import type { Milestone, Plan, PlannedMilestone } from '../../domain/plan/plan.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import { meantFor } from '../../domain/plan/publication.ts'
import { firstDayOf, lastDayOf, milestoneDeadline } from '../../domain/plan/span.ts'
import { pillars } from '../../domain/policy.ts'
import type { Stored } from '../../domain/process.ts'
import { publicNames } from '../../store/register/people.ts'
import { storyTexts } from '../../store/story-texts.ts'
import type { PlanView } from '../contracts/plan.ts'
import { amendmentView } from './amendment.ts'
import { mayAbout, mayInFile } from './may.ts'
import { outlookOf } from './outlook.ts'
import { yearsOf } from './plan-years.ts'
import { shownPlan, type Showing } from './shown-plan.ts'
import { quotesOf } from './quotes.ts'
import type { Reading, Viewing } from './viewing.ts'
import { waitLines } from './waits.ts'

export type PlanFile = Stored<Plan, `partnershipPlan/${string}`>
type View = z.output<typeof PlanView>

/** A plan as someone sees it. */
export async function planView(file: PlanFile, viewing: Viewing): Promise<View> {
  const { id, seq, state } = file
  const nameOf = publicNames(viewing.register, todayOf(viewing))
  const reading = { ...viewing, textOf: await storyTexts(viewing.store, { data: state, quotes: quotesOf(id) }) }
  return {
    key: keyOf(id),
    seq,
    ...headOf(state, viewing),
    status: { code: state.status, words: viewing.words.planStatus(state.status) },
    pillars: pillarsOf(state, reading),
    centres: centresOf(file, viewing),
    years: yearsOf(state, reading),
    milestones: Object.entries(state.milestones).map(([about, milestone]) =>
      milestoneOf({ ...milestone, id: about }, { file, reading }),
    ),
    waits: waitLines(partnershipPlan, { file, at: viewing }),
    amendment: amendmentView(file, reading),
    ...outlookOf(state, reading),
    publication: publicationOf(file, { ...viewing, nameOf }),
    redating: [...(state.redating?.milestones ?? [])],
    suspension: suspensionOf(state, reading),
    agreedAt: state.agreed?.at ?? null,
    validatedAt: state.validatedAt ?? null,
    startedAt: state.startedAt ?? null,
    may: mayInFile(partnershipPlan, { file, actor: viewing.acting }),
  }
}

function publicationOf(file: PlanFile, showing: Showing): View['publication'] {
  const audience = meantFor(file.state)
  return {
    audience: { code: audience, words: showing.words.audience(audience) },
    since: file.state.published?.at ?? null,
    shown: audience === 'school' ? null : (shownPlan(file, audience, showing) ?? null),
  }
}

const suspensionOf = ({ suspension }: Plan, { textOf }: Reading): View['suspension'] =>
  suspension ? { since: suspension.at, reviewOn: suspension.reviewOn, reason: textOf(suspension.reason) } : null

/** What everyone concerned shares of a plan. */
export const headOf = (
  plan: Plan,
  { names }: Pick<Viewing, 'names'>,
): Pick<View, 'partner' | 'firstYear' | 'from' | 'until' | 'pilot' | 'version'> => ({
  partner: names.partner(plan.partner),
  firstYear: plan.firstYear,
  from: firstDayOf(plan),
  until: lastDayOf(plan),
  pilot: plan.pilot,
  version: plan.version,
})

function pillarsOf({ milestones, pillarGaps }: Plan, { words, textOf }: Reading): View['pillars'] {
  return pillars.map((code) => {
    const gap = pillarGaps.find(({ pillar }) => pillar === code)
    const reached = Object.values(milestones).filter(({ pillar }) => pillar === code).length
    return { code, words: words.pillar(code), milestones: reached, ...(gap && { gap: textOf(gap.reason) }) }
  })
}

const centresOf = ({ id, state }: PlanFile, { names, words }: Viewing): View['centres'] =>
  state.centres.map((centre) => {
    const asked = state.opinions[centre]
    return {
      ...names.centre(centre),
      opinion: asked?.opinion ? { code: asked.opinion, words: words.opinion(asked.opinion) } : null,
      approval: asked ? keyOf(approvalId(id, { centre, version: asked.version })) : null,
    }
  })

/** What is owed, as it was stated and as it counts (R1). */
export function milestoneHead(
  { id, title, pillar, owner, dueOn }: Omit<PlannedMilestone, 'centre'>,
  { words, calendar, span }: Pick<Viewing, 'words' | 'calendar'> & { readonly span: Pick<Plan, 'firstYear'> },
): Pick<View['milestones'][number], 'id' | 'title' | 'pillar' | 'owner' | 'dueOn' | 'finalOn'> {
  const { lastDay } = milestoneDeadline(span, dueOn, calendar)
  return { id, title, pillar: { code: pillar, words: words.pillar(pillar) }, owner, dueOn, finalOn: lastDay }
}

function milestoneOf(
  milestone: Milestone & { readonly id: string },
  { file, reading }: { file: PlanFile; reading: Reading },
): View['milestones'][number] {
  const { names, words, acting, textOf } = reading
  const { state, evidence, centre, kind = 'milestone', indicator, target, evidenceWanted } = milestone
  return {
    ...milestoneHead(milestone, { ...reading, span: file.state }),
    centre: names.centre(centre),
    state: { code: state, words: words.milestoneState(state) },
    late: isLate(file.state, milestone, reading),
    kind,
    ...(milestone.action !== undefined && { action: milestone.action }),
    carried: carriedOf(milestone, reading),
    ...(indicator !== undefined && { indicator }),
    ...(target !== undefined && { target }),
    ...(evidenceWanted !== undefined && { evidenceWanted }),
    ...(evidence !== undefined && { evidence: textOf(evidence) }),
    done: milestone.doneAt
      ? { at: milestone.doneAt, by: milestone.doneBy ?? '', acceptBy: milestone.acceptBy ?? null }
      : null,
    may: mayAbout(partnershipPlan, { file, actor: acting, about: milestone.id }),
  }
}

const carriedOf = ({ carried }: Milestone, { textOf }: Reading): View['milestones'][number]['carried'] =>
  carried
    ? {
        into: carried.into,
        cause: carried.cause,
        ...(carried.reason !== undefined && { reason: textOf(carried.reason) }),
      }
    : null
