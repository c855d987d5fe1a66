import { registrar } from '../../domain/process.ts'
import {
  mandatesUntil,
  remainingOf,
  successionOn,
  type Departure,
  type Held,
  type Remaining,
} from '../../domain/register/departure.ts'
import { plusDays, type CivilDate, type Instant } from '../../domain/time.ts'
import { awaitedFrom } from '../agenda.ts'
import { sha256 } from '../chain.ts'
import type { Store } from '../connect.ts'
import { contended } from '../contended.ts'
import { openFilesOf } from '../files.ts'
import { loadPlan } from '../typed.ts'
import { editRegister } from './edit.ts'
import { personKind } from './kinds.ts'
import { findPeople } from './lists.ts'
import type { PersonDoc } from './schemas.ts'

const planType = 'partnershipPlan'
const most = 1000

/** What needs a successor before someone can leave, from that day on. */
export async function remainsOf(store: Store, person: string, from: CivilDate): Promise<readonly Remaining[]> {
  return remainingOf(person, await heldBy(store, person), from)
}

async function heldBy(store: Store, person: string): Promise<Held> {
  const [people, plans, waits] = await Promise.all([
    findPeople(store),
    plansOf(store),
    awaitedFrom(store, { parties: [`person:${person}`], limit: most }),
  ])
  return {
    people: people.map(({ _id, mandates, absences }) => ({ id: _id, mandates, absences })),
    plans,
    // A plan's own waits are its milestones.
    waits: waits
      .filter(({ id }) => !id.startsWith(`${planType}/`))
      .map(({ id, wait }) => ({ process: id, about: wait.about })),
  }
}

async function plansOf(store: Store): Promise<Held['plans']> {
  const plans = await Promise.all((await openFilesOf(store, planType)).map((id) => loadPlan(store, id)))
  return plans.flatMap((plan) => (plan ? [{ id: plan.id, state: plan.state }] : []))
}

/**
 * Has every departure take effect whose day is over and that nothing holds up: their mandates end, and so do their sessions. Answers
 * whose. Idempotent by the departure itself.
 */
export async function settleDepartures(
  store: Store,
  { today, at, policy }: { today: CivilDate; at: Instant; policy: string },
): Promise<readonly string[]> {
  const people = await findPeople(store)
  const gone: string[] = []
  for (const { _id: id, departure } of people) {
    if (!isPending(departure, today)) continue
    if ((await remainsOf(store, id, successionOn(departure, today))).length > 0) continue
    const cause = sha256(`${id} ${departure.askedOn} ${departure.on}`).slice(0, 32)
    const decide = (before: PersonDoc | undefined) => leaving(before, today)
    await contended(async () => {
      await editRegister(store, {
        kind: personKind,
        edits: [{ id, decide }],
        by: { actor: registrar.id, at, policy, cause },
      })
    })
    gone.push(id)
  }
  return gone
}

const isPending = (departure: Departure | undefined, today: CivilDate): departure is Departure =>
  departure !== undefined && departure.doneOn === undefined && departure.on < today

function leaving(before: PersonDoc | undefined, today: CivilDate) {
  const departure = before?.departure
  if (!before || !isPending(departure, today)) return undefined
  const mandates = mandatesUntil(before.mandates, plusDays(successionOn(departure, today), -1))
  return { act: 'Edited' as const, change: { mandates, departure: { ...departure, doneOn: today } } }
}
