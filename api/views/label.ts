import type { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import type { Evidence, Label } from '../../domain/label/label.ts'
import { labelFile } from '../../domain/label/process.ts'
import { isHeldOn, renewalOpensAt, statusOn } from '../../domain/label/span.ts'
import { todayOf } from '../../domain/moment.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import type { Stored } from '../../domain/process.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import type { LabelLine } from '../../store/lines.ts'
import { storyTexts } from '../../store/story-texts.ts'
import { loadPlan } from '../../store/typed.ts'
import { hrefOf } from '../address.ts'
import type { LabelPage, LabelView } from '../contracts/label.ts'
import { partiesMeet } from '../session/access.ts'
import { mayInFile } from './may.ts'
import type { PlanFile } from './plan.ts'
import { quotesOf } from './quotes.ts'
import type { Reading, Viewing } from './viewing.ts'
import { nextLine, waitLines } from './waits.ts'

export type LabelFile = Stored<Label, `labelFile/${string}`>
type View = z.output<typeof LabelView>
type EvidenceView = View['criteria'][number]['evidence'][number]

/** A label's file as someone sees it. */
export async function labelView(file: LabelFile, viewing: Viewing): Promise<View> {
  const { id, seq, state } = file
  const textOf = await storyTexts(viewing.store, { data: state, quotes: quotesOf(id) })
  const { stage, validity } = state
  return {
    ...headOf(file, viewing),
    seq,
    renewalOpensOn: validity ? dayOf(renewalOpensAt(validity, viewing), viewing.calendar) : null,
    criteria: await criteriaOf(state, { ...viewing, textOf }),
    stage: stage ?? null,
    submittedOn: state.submittedOn ?? null,
    visitedOn: state.visitedOn ?? null,
    decisions: state.decisions.map(({ decision, decidedOn, note }) => ({
      decision: { code: decision, words: viewing.words.labelStatus(decision) },
      decidedOn,
      ...(note !== undefined && { note: textOf(note) }),
    })),
    predecessor: state.predecessor ?? null,
    successor: state.successor ?? null,
    waits: waitLines(labelFile, { file, at: viewing }),
    may: mayInFile(labelFile, { file, actor: viewing.acting }),
  }
}

/** A line of the list. */
export const labelLine = (line: LabelLine, viewing: Viewing): z.output<typeof LabelPage>['items'][number] => ({
  ...headOf(line, viewing),
  href: hrefOf(line.id),
  next: nextLine(line, viewing),
})

/** What list and file share. The day after its end nothing shows it as held, whenever the clock comes by. */
function headOf(
  { id, state }: Pick<LabelLine, 'id' | 'state'>,
  viewing: Viewing,
): Pick<View, 'key' | 'label' | 'name' | 'firstYear' | 'status' | 'held' | 'validity' | 'scope'> {
  const { words } = viewing
  const today = todayOf(viewing)
  const { label, name, firstYear, validity, scope } = state
  const status = statusOn(state, today)
  return {
    key: keyOf(id),
    label,
    name,
    firstYear,
    status: { code: status, words: words.labelStatus(status) },
    held: isHeldOn(state, today),
    validity: validity ? { from: validity.from, until: validity.until } : null,
    scope: { covers: scope.covers, programmes: scope.covers === 'school' ? [] : [...scope.programmes] },
  }
}

async function criteriaOf({ criteria, evidence }: Label, reading: Reading): Promise<View['criteria']> {
  const filed = await Promise.all(
    Object.entries(evidence).map(async ([id, one]) => ({
      criterion: one.criterion,
      view: await evidenceOf({ ...one, id }, reading),
    })),
  )
  return criteria.map(({ id, title }) => ({
    id,
    title,
    evidence: filed.filter(({ criterion }) => criterion === id).map(({ view }) => view),
  }))
}

async function evidenceOf(one: Evidence & { id: string; at: Instant }, reading: Reading): Promise<EvidenceView> {
  const { id, at: addedAt } = one
  if (one.kind === 'text') return { id, addedAt, text: reading.textOf(one.text) }
  const plan = await loadPlan(reading.store, `partnershipPlan/${one.plan}`)
  return { id, addedAt, milestone: linked(one, { plan, reading }) }
}

/** A link shows no more of a plan than the plan itself does. */
function linked(
  { plan: key, milestone: id }: { readonly plan: string; readonly milestone: string },
  { plan, reading }: { plan: PlanFile | undefined; reading: Reading },
): NonNullable<EvidenceView['milestone']> {
  const shown = plan && partiesMeet(reading.actor, partnershipPlan.parties(plan)) ? plan.state.milestones : {}
  const milestone = Object.hasOwn(shown, id) ? shown[id] : undefined
  return {
    plan: key,
    milestone: id,
    title: milestone?.title ?? null,
    state: milestone ? { code: milestone.state, words: reading.words.milestoneState(milestone.state) } : null,
    href: hrefOf(`partnershipPlan/${key}`),
  }
}
