import type { WithdrawalReason } from '../approval/approval.ts'
import { tell } from '../catalogue.ts'
import type { WithdrawnFor } from '../correspondence/correspondence.ts'
import { subjectIn } from '../id.ts'
import { takeBack } from '../notify.ts'
import type { Tell, Tells } from '../process.ts'
import type { PlanShape } from './events.ts'
import { approvalId } from './ids.ts'
import type { Request } from './plan.ts'
import { owedByPilot } from './owed.ts'
import { subjectOf } from '../wait.ts'

type PlanId = `partnershipPlan/${string}`

/** What the events of a plan ask of the approvals of its centres, and take back from whoever no longer owes it. */
export const planTells: Tells<PlanShape> = {
  revised: ({ voided }, _, id) => withdraw(id, voided, 'versionChanged'),
  submitted: ({ requests, version }, { authors }, id) => asks(id, requests, { round: version, authors }),
  returned: ({ withdrawn }, _, id) => withdraw(id, withdrawn, 'returned'),
  centreRemoved: ({ withdrawn }, _, id) => withdraw(id, withdrawn, 'centreRemoved'),
  abandoned: ({ withdrawn }, _, id) => withdraw(id, withdrawn, 'planAbandoned'),
  closed: ({ withdrawn = [] }, _, id) => withdraw(id, withdrawn, 'planEnded'),
  amended: ({ requests, version }, { authors }, id) => asks(id, requests, { round: version, authors }),
  amendmentReturned: ({ withdrawn }, _, id) => withdraw(id, withdrawn, 'returned'),
  pilotAssigned: ({ from, voided }, plan, id) => [
    ...withdraw(id, voided, 'versionChanged'),
    ...owedByPilot(plan).map((wait) => unsaid(from, { id, subject: subjectOf(wait) })),
  ],
  ownerAssigned: ({ milestone, from }, _, id) => [unsaid(from, { id, subject: `milestone/${milestone}` })],
  // A plan that is over waits for no milestone: that one is owed again is taken back here, once it no longer is.
  milestoneDone: ({ milestone }, { status, pilot, milestones }, id) =>
    status === 'closed'
      ? [...new Set([pilot, milestones[milestone]?.owner ?? pilot])].map((person) =>
          unsaid(person, { id, subject: `milestone/${milestone}`, reason: 'settled' }),
        )
      : [],
}

const asks = (
  id: PlanId,
  requests: readonly Request[],
  { round, authors }: { round: number; authors: readonly string[] },
): readonly Tell[] =>
  requests.map(({ centre, version, hash }) =>
    tell(approvalId(id, { centre, version }), {
      type: 'ask',
      input: { subject: id, round, centre, version, hash, authors: [...authors] },
    }),
  )

const withdraw = (id: string, requests: readonly Request[], reason: WithdrawalReason): readonly Tell[] =>
  requests.map((request) => tell(approvalId(id, request), { type: 'withdraw', input: { reason } }))

/** What was about to be said to someone of a wait that is no longer theirs, or over. */
const unsaid = (
  person: string,
  { id, subject, reason = 'rerouted' }: { id: string; subject: string; reason?: WithdrawnFor },
): Tell => takeBack(person, { subject: subjectIn(id, subject), reason })
