import type { z } from 'zod'
import type { Plan } from '../../domain/plan/plan.ts'
import type { PlanView } from '../contracts/plan.ts'
import type { Reading } from './viewing.ts'

/** What the partner institution thinks of a plan, and what follows it. */
export const outlookOf = (
  { partnerAsked, renewal }: Plan,
  { textOf }: Reading,
): Pick<z.output<typeof PlanView>, 'partnerOpinion' | 'renewal'> => ({
  partnerOpinion: partnerAsked
    ? {
        askedAt: partnerAsked.at,
        answerBy: partnerAsked.answerBy,
        given: partnerAsked.given ? { ...partnerAsked.given, text: textOf(partnerAsked.given.text) } : null,
      }
    : null,
  renewal: renewal
    ? {
        openedAt: renewal.openedAt,
        decided: renewal.decided ? { ...renewal.decided, reason: textOf(renewal.decided.reason) } : null,
      }
    : null,
})
