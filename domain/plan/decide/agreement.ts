import { workingDaysFrom } from '../../moment.ts'
import type { Deciding, EventOf } from '../../process.ts'
import type { PlanShape } from '../events.ts'

/** Direction has as long to settle a refusal as to validate. */
export const centreRefused = (centre: string, context: Deciding): EventOf<PlanShape, 'centreRefused'> => ({
  type: 'centreRefused',
  data: { centre, settleBy: workingDaysFrom(context, context.policy.validationWorkingDays) },
})

/** Every centre that was asked approved: direction validates within some working days. */
export const centresAgreed = (context: Deciding): EventOf<PlanShape, 'centresAgreed'> => ({
  type: 'centresAgreed',
  data: { validateBy: workingDaysFrom(context, context.policy.validationWorkingDays) },
})
