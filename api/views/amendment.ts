import type { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import { aboutAmendment, approvalId } from '../../domain/plan/ids.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import type { PlanView } from '../contracts/plan.ts'
import { mayAbout } from './may.ts'
import type { PlanFile } from './plan.ts'
import { actionView } from './plan-years.ts'
import type { Reading } from './viewing.ts'

/** The amendment that is open, with each centre's word on it. */
export function amendmentView(file: PlanFile, reading: Reading): z.output<typeof PlanView>['amendment'] {
  const { amendment } = file.state
  if (!amendment) return null
  const { version, at, reason, centres, actions, milestones, agreed, opinions } = amendment
  const about = aboutAmendment(amendment)
  return {
    id: about,
    version,
    at,
    reason: reading.textOf(reason),
    centres: centres.map((centre) => {
      const asked = opinions[centre]
      return {
        ...reading.names.centre(centre),
        opinion: asked?.opinion ? { code: asked.opinion, words: reading.words.opinion(asked.opinion) } : null,
        approval: asked ? keyOf(approvalId(file.id, { centre, version: asked.version })) : null,
      }
    }),
    actions: actions.map((action) => ({ ...actionView(action, reading), year: action.year })),
    milestones: milestones.map(({ id }) => id),
    agreedAt: agreed?.at ?? null,
    may: mayAbout(partnershipPlan, { file, actor: reading.acting, about }),
  }
}
