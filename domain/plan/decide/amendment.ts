import type { Decide, Deciding, EventOf } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { PlanShape } from '../events.ts'
import { aboutAmendment } from '../ids.ts'
import { allApproved, amendedIn, partOf, pillarsReached, unanswered, unexplainedPillars, writtenIn } from '../parts.ts'
import type { Amended, Amendment, Opinion, Plan, PlanFacts, Request } from '../plan.ts'
import { actionsIn, isFrozen } from '../years.ts'
import { openMilestones } from '../milestones.ts'
import { lastYearOf } from '../span.ts'
import { centresAgreed } from './agreement.ts'
import { authorOf, checkActing, checkActions, checkAdded, checkCarrying, checkCentres, checkLinks } from './checks.ts'

type Amending = 'amend' | 'validateAmendment' | 'returnAmendment' | 'withdrawAmendment'

/** What changes the essentials of a running plan: approved again by the centres whose part changes, and by direction (R6). */
export const decideAmendment: Pick<Decide<PlanShape>, Amending> = {
  amend: (plan, { reason, centres, pillarGaps, actions = [], milestones }, context) => {
    if (plan.amendment) throw new Refusal('plan.amendment-open', { amendment: aboutAmendment(plan.amendment) })
    const kept = writtenIn(plan).milestones.filter(({ centre }) => centres.includes(centre))
    const reached = pillarsReached([...kept, ...milestones])
    const version = plan.version + 1
    const amended = { version, reason, pilot: plan.pilot, centres, pillarGaps, actions, milestones, reached }
    checkAmended(plan, amended, context)
    const requests = requestsFor(plan, amended, context)
    const left = plan.centres.some((centre) => !centres.includes(centre))
    if (requests.length === 0 && !left) throw new Refusal('plan.amendment-empty')
    const event = { type: 'amended' as const, data: { ...amended, author: authorOf(context), requests } }
    return requests.length === 0 ? [event, centresAgreed(context)] : [event]
  },

  validateAmendment: (plan, { amendment: about }) => {
    const { version, centres, agreed, opinions } = openAmendment(plan, about)
    if (!agreed)
      throw new Refusal('plan.centres-missing', {
        centres: Object.keys(opinions).filter((centre) => opinions[centre]?.opinion !== 'approved'),
      })
    const dropped = openMilestones(plan).flatMap(([id, { centre }]) => (centres.includes(centre) ? [] : [id]))
    return [{ type: 'amendmentInForce', data: { version, dropped } }]
  },

  returnAmendment: (plan, { amendment, reason }) => [
    amendmentReturned(openAmendment(plan, amendment), { by: 'direction', reason }),
  ],

  withdrawAmendment: (plan, { amendment, reason }) => [
    amendmentReturned(openAmendment(plan, amendment), { by: 'pilot', reason }),
  ],
}

/** A centre's word on its part of the amendment: returned or refused, the version in force simply stays. */
export function amendmentOpinion(
  amendment: Amendment,
  {
    centre,
    hash,
    opinion,
    reason = '',
  }: { centre: string; hash: string; opinion: Opinion; reason?: string | undefined },
  context: Deciding,
): readonly EventOf<PlanShape, 'opinionNoted' | 'centresAgreed' | 'amendmentReturned'>[] {
  const asked = amendment.opinions[centre]
  if (asked?.hash !== hash) return []
  const noted = { type: 'opinionNoted' as const, data: { centre, opinion, hash } }
  const opinions = { ...amendment.opinions, [centre]: { ...asked, opinion } }
  if (opinion !== 'approved')
    return [noted, amendmentReturned({ ...amendment, opinions }, { by: `centre:${centre}`, reason })]
  return allApproved(Object.keys(opinions), opinions) ? [noted, centresAgreed(context)] : [noted]
}

function openAmendment(plan: Plan, about: string): Amendment {
  if (!plan.amendment || aboutAmendment(plan.amendment) !== about)
    throw new Refusal('plan.amendment-none', { amendment: about })
  return plan.amendment
}

const amendmentReturned = (
  { version, opinions }: Amendment,
  { by, reason }: { by: string; reason: string },
): EventOf<PlanShape, 'amendmentReturned'> => ({
  type: 'amendmentReturned',
  data: { version, by, reason, withdrawn: unanswered(opinions) },
})

/** R6: only centres whose part changes are asked; one that joins is among them. */
function requestsFor(plan: Plan, amended: Amended, { hash }: Deciding): readonly Request[] {
  const now = writtenIn(plan)
  const actions = now.actions.filter(({ year }) => !isFrozen(plan, year))
  const before = { ...now, actions, milestones: [], reached: pillarsReached(now.milestones) }
  const after = amendedIn(plan, amended)
  return amended.centres.flatMap((centre) => {
    const part = partOf(centre, after)
    const isSame = plan.centres.includes(centre) && part === partOf(centre, before)
    return isSame ? [] : [{ centre, hash: hash(part), version: amended.version }]
  })
}

function checkAmended(plan: Plan, amended: Amended, context: Deciding<PlanFacts>): void {
  const { centres, pillarGaps, actions, milestones } = amended
  checkCentres(centres, context)
  const joining = centres.filter((centre) => !plan.centres.includes(centre))
  checkCarrying(joining, plan, context)
  checkActions({ actions, centres, firstYear: plan.firstYear })
  checkActing(actions, plan, context)
  const frozen = actions.find(({ year }) => isFrozen(plan, year))
  if (frozen) throw new Refusal('plan.year-frozen', { year: frozen.year })
  const kept = writtenIn(plan).milestones.filter(({ centre }) => centres.includes(centre))
  const idle = centres.find((centre) => ![...kept, ...milestones].some((one) => one.centre === centre))
  if (idle) throw new Refusal('plan.centre-idle', { centre: idle })
  const missing = unexplainedPillars({ pillarGaps, milestones: [...kept, ...milestones] })
  if (missing.length > 0) throw new Refusal('plan.pillars-missing', { pillars: missing })
  const past = Array.from({ length: lastYearOf(plan) - plan.firstYear + 1 }, (_, index) => plan.firstYear + index)
  const all = [...past.filter((year) => isFrozen(plan, year)).flatMap((year) => actionsIn(plan, year)), ...actions]
  const open = openMilestones(plan).flatMap(([id, one]) => (centres.includes(one.centre) ? [{ id, ...one }] : []))
  checkLinks({ actions: all, milestones: open })
  checkAdded({ ...plan, centres }, { actions: all, milestones }, context)
}
