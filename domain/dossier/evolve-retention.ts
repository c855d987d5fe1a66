import type { Evolve } from '../process.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { Dossier } from './dossier.ts'
import type { DossierShape } from './events.ts'
import { suspendedUntil } from './retention.ts'

type Kept =
  | 'yearEnded'
  | 'retentionReached'
  | 'retentionFollows'
  | 'keptLonger'
  | 'retentionSuspended'
  | 'suspensionLifted'
  | 'erased'

/** R15: something was decided of it, or it was withdrawn: what is held is kept for so long from now on. */
export const decidedLast = (dossier: Dossier, since: Instant): Dossier => ({
  ...dossier,
  retention: { since },
  suspendedMs: undefined,
})

/** R15: something is to be decided of it yet. */
export const toBeDecided = ({ retention: _, suspendedMs: __, ...dossier }: Dossier): Dossier => dossier

const keptUntil = (dossier: Dossier, { to }: { readonly to: CivilDate }): Dossier => ({
  ...dossier,
  ...(dossier.retention && { retention: { ...dossier.retention, keptUntil: to, reached: undefined } }),
})

/** What a dossier becomes by what is said of how long it is kept. */
export const evolveRetention: Pick<Evolve<DossierShape>, Kept> = {
  yearEnded: (dossier, { since }) => decidedLast(dossier, since),
  retentionReached: (dossier, { by }, since) => ({
    ...dossier,
    ...(dossier.retention && { retention: { ...dossier.retention, reached: { since, by } } }),
  }),
  retentionFollows: keptUntil,
  keptLonger: keptUntil,
  retentionSuspended: (dossier, { reason }, since) => ({
    ...dossier,
    appeal: { since, reason },
    ...(dossier.retention && { retention: { ...dossier.retention, reached: undefined } }),
  }),
  suspensionLifted: (dossier, _, at) => ({ ...dossier, suspendedMs: suspendedUntil(dossier, at), appeal: undefined }),
  erased: (dossier) => ({ ...dossier, erased: true }),
}
