import { registrar } from '../domain/actor.ts'
import type { Rules } from '../domain/policy.ts'
import { erasedCandidate } from '../domain/register/candidate.ts'
import { candidateStream } from '../domain/register/personal.ts'
import { dayMs, dayOf, plusMs, type Instant } from '../domain/time.ts'
import { sha256 } from '../store/chain.ts'
import type { Store } from '../store/connect.ts'
import { contended } from '../store/contended.ts'
import { eraseReached } from '../store/erasing/erase.ts'
import { reachOf } from '../store/erasing/reach.ts'
import { orphansOf, type Orphan } from '../store/orphans.ts'
import { editRegister } from '../store/register/edit.ts'
import { candidateKind } from '../store/register/kinds.ts'

/** How long whoever was refused may send it again: as long as an uploaded document waits. */
const keptMs = dayMs

/** Somebody nominated them meanwhile. */
class Nominated extends Error {
  override readonly name = 'Nominated'
}

interface Erasing {
  readonly store: Store
  readonly rules: Rules
}

/**
 * Erases whom an import registered that its process refused, after a day: nobody nominated them, nothing else is known of them, and their time never
 * begins (R15). Answers their ids. Idempotent by the record: whoever was erased, or is nominated meanwhile, stays as they are.
 */
export async function eraseOrphans({ store, rules }: Erasing, now: Instant): Promise<readonly string[]> {
  const orphans = await orphansOf(store, plusMs(now, -keptMs))
  const erased: string[] = []
  for (const orphan of orphans)
    try {
      await contended(() => erase(orphan, { store, rules, now }))
      erased.push(orphan.candidate)
    } catch (error) {
      if (!(error instanceof Nominated)) throw error
    }
  return erased
}

function erase(
  { candidate, texts }: Orphan,
  { store, rules, now: at }: Erasing & { readonly now: Instant },
): Promise<unknown> {
  const on = dayOf(at, rules.calendar)
  return editRegister(store, {
    kind: candidateKind,
    edits: [
      {
        id: candidate,
        decide: (before) =>
          before === undefined || before.erasedOn !== undefined
            ? undefined
            : {
                act: 'Erased',
                change: erasedCandidate(candidate, on),
                notes: { ground: 'mistaken' },
                erases: [candidateStream(candidate)],
              },
        writes: async (within) => {
          const reach = await reachOf(store, candidate, within)
          if (reach.nominations.length > 0) throw new Nominated()
          await eraseReached(store, {
            candidate,
            reach: { ...reach, texts: [...reach.texts, ...texts] },
            within,
          })
        },
      },
    ],
    by: { actor: registrar.id, at, policy: rules.policy.version, cause: sha256(`orphan ${candidate}`).slice(0, 32) },
  })
}
