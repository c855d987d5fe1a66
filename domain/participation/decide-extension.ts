import { workingDaysFrom } from '../moment.ts'
import type { Decide, EventOf } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { deadline } from '../time.ts'
import { assertLater } from './dates.ts'
import { isOpen, type ExtensionRequest } from './extension.ts'
import { closingOf, type Participation, type ParticipationShape } from './participation.ts'

/** What follows from asking for more time, and from each answer to it (ADR 57). */
export const decideExtension: Pick<
  Decide<ParticipationShape>,
  'askExtension' | 'grantExtension' | 'refuseExtension'
> = {
  askExtension: (participation, { to, cause, reason }, context) => {
    assertNoneOpen(participation)
    if (participation.closing?.last) throw new Refusal('participation.extension-last')
    assertLater(participation, to, context)
    const by = workingDaysFrom(context, context.policy.extensionWorkingDays)
    return [{ type: 'extensionAsked', data: { to, cause, reason, by } }]
  },

  grantExtension: (participation, { to: given, reason }, context) => {
    const { to: asked } = openIn(participation)
    const to = given ?? asked
    assertLater(participation, to, context)
    const { closesOn: from } = closingOf(participation)
    return [{ type: 'extensionGranted', data: { from, to, ...(reason !== undefined && { reason }) } }]
  },

  refuseExtension: (participation, { reason }, context) => {
    openIn(participation)
    const { closesOn: from } = closingOf(participation)
    const isLate = context.now >= deadline(from, context.calendar).passesAt
    // Nobody's nominations are closed by a mail that they could not have read.
    const closes = isLate ? { from, to: workingDaysFrom(context, 1) } : undefined
    return [{ type: 'extensionRefused', data: { reason, ...(closes && { closes }) } }]
  },
}

/** One answer each: an open request is granted or refused, and nothing else is asked meanwhile. Throws `participation.extension-open`. */
export function assertNoneOpen({ extension }: Pick<Participation, 'extension'>): void {
  if (isOpen(extension)) throw new Refusal('participation.extension-open')
}

/** Whoever says that nothing more is to come asks for no more time: a request that waits for its answer is taken back, and that is told. */
export const withdrawnIn = ({
  extension,
}: Pick<Participation, 'extension'>): readonly EventOf<ParticipationShape, 'extensionWithdrawn'>[] =>
  isOpen(extension) ? [{ type: 'extensionWithdrawn', data: { to: extension.to } }] : []

/** The request that waits for an answer. Throws `participation.extension-none`. */
function openIn({ extension }: Pick<Participation, 'extension'>): ExtensionRequest {
  if (!isOpen(extension)) throw new Refusal('participation.extension-none')
  return extension
}
