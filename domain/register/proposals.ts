import { completeness } from '../indicators/coverage.ts'
import type { Moment } from '../moment.ts'
import { forceOf } from '../plan/consolidated.ts'
import type { Plan } from '../plan/plan.ts'
import { dayOf } from '../time.ts'
import { decidedFacts, isProposed, type DecidedFact, type Finding } from './decided.ts'
import type { Partner } from './partner.ts'

/** What the rules find of each fact; nothing where they say nothing. */
export type Findings = Readonly<Record<DecidedFact, Finding | undefined>>

/** A change of a decided fact that is proposed by rule; a person decides (R12). */
export interface Proposal extends Finding {
  readonly fact: DecidedFact
}

/** What the plans with one partner come to: `complete` by R12; `strategic` while a complete collaboration exists or is being planned for (S8, S9). */
export function findingsOf(plans: readonly Plan[], at: Moment): Findings {
  const { holds, sinceOn } = completeness(plans, at)
  const complete: Finding = { value: holds, ground: holds ? 'pillarsEvidenced' : 'pillarsNotEvidenced', sinceOn }
  return { strategic: plannedSince(plans, at) ?? (holds ? complete : undefined), complete }
}

/** The changes that are proposed of a partner now. */
export const proposalsOf = (partner: Pick<Partner, DecidedFact>, findings: Findings): readonly Proposal[] =>
  decidedFacts.flatMap((fact) => {
    const finding = findings[fact]
    return isProposed(partner[fact], finding) ? [{ fact, ...finding }] : []
  })

// Whether a collaboration is wished for after its plan no rule can see: that a partner is strategic no more is decided unasked (S8).
function plannedSince(plans: readonly Plan[], { calendar }: Moment): Finding | undefined {
  const [sinceOn] = plans
    .filter(({ status }) => forceOf[status] === 'inForce')
    .flatMap(({ validatedAt }) => (validatedAt ? [dayOf(validatedAt, calendar)] : []))
    .toSorted()
  return sinceOn && { value: true, ground: 'planInForce', sinceOn }
}
