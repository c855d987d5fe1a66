import type { Evolve } from '../process.ts'
import type { CivilDate, Instant } from '../time.ts'
import { isOpen, type ExtensionAnswer, type ExtensionEvents } from './extension.ts'
import type { Participation, ParticipationShape } from './participation.ts'

/** What a participation becomes by a request for more time, and by its answer. */
export const evolveExtension: Pick<Evolve<ParticipationShape>, keyof ExtensionEvents> = {
  extensionAsked: (participation, asked, askedAt) => ({ ...participation, extension: { ...asked, askedAt } }),
  extensionGranted: (participation, granted, at) => extended(answered(participation, granted, at), granted, at),
  extensionRefused: (participation, { reason, closes }, at) => {
    const refused = answered(participation, { reason }, at)
    if (!closes) return refused
    return { ...extended(refused, closes, at), closing: { on: closes.to, since: at, moved: true, last: true } }
  },
  extensionWithdrawn: (participation) => withoutOpen(participation),
}

/** A participation that closes on another day (R11). */
export function moved(participation: Participation, { to }: { readonly to: CivilDate }, since: Instant): Participation {
  return { ...participation, closing: { on: to, since, moved: true } }
}

/** The same, on a day of its own, which counts whatever becomes of its cycle's where it is the later (R5). */
export function extended(participation: Participation, { to }: { readonly to: CivilDate }, at: Instant): Participation {
  return { ...moved(participation, { to }, at), extendedTo: to }
}

/** Nobody answers a request any more once nothing is asked of the partner. */
export const withoutOpen = (participation: Participation): Participation =>
  isOpen(participation.extension) ? { ...participation, extension: undefined } : participation

/** The answer to the request that is open. */
function answered(
  participation: Participation,
  { to, reason }: Omit<ExtensionAnswer, 'at'>,
  at: Instant,
): Participation {
  const { extension } = participation
  return extension ? { ...participation, extension: { ...extension, answer: { at, to, reason } } } : participation
}
