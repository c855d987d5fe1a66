import { ascending } from '../../domain/ascending.ts'
import { registrar } from '../../domain/actor.ts'
import {
  lastDayOf,
  mandatesUntil,
  ownerless,
  remainingOf,
  rolesVacated,
  successionOn,
  type Departure,
  type Held,
  type Remaining,
  type Resigning,
} from '../../domain/register/departure.ts'
import { plusDays, type CivilDate, type Instant } from '../../domain/time.ts'
import { awaitedFrom, type Awaited } from '../agenda.ts'
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

/** Someone who leaves, and what of theirs needs a successor. */
export interface LeavingPerson {
  readonly person: PersonDoc
  readonly lastOn: CivilDate
  readonly remaining: readonly Remaining[]
}

/** What of someone's needs a successor when they leave after that last day. */
export async function remainsOf(
  store: Store,
  person: string,
  days: { last: CivilDate; today: CivilDate },
): Promise<readonly Remaining[]> {
  return remainingOf(person, await heldBy(store, [person]), days)
}

/** What open processes wait for from whom such an edit would leave with nobody who holds the role. */
export async function ownerlessAfter(store: Store, edit: Resigning): Promise<readonly Remaining[]> {
  const vacated = rolesVacated(edit)
  if (vacated.length === 0) return []
  const waits = await awaitedFrom(store, { parties: vacated, limit: most })
  return ownerless(waits.map(waited), vacated)
}

/**
 * Who leaves by that day, or has left, while something of theirs has no successor; the earliest first. By the departure that was recorded, or by
 * mandates that end.
 */
export async function leavingBy(
  store: Store,
  { by, today, only }: { by: CivilDate; today: CivilDate; only?: string | undefined },
): Promise<readonly LeavingPerson[]> {
  const leaving = (await findPeople(store)).flatMap((person) => {
    const lastOn = lastDayOf(person)
    return lastOn !== undefined && lastOn <= by && (only === undefined || only === person._id)
      ? [{ person, lastOn }]
      : []
  })
  if (leaving.length === 0) return []
  const held = await heldBy(
    store,
    leaving.map(({ person }) => person._id),
  )
  return leaving
    .map((one) => ({ ...one, remaining: remainingOf(one.person._id, held, { last: one.lastOn, today }) }))
    .filter(({ remaining }) => remaining.length > 0)
    .toSorted(ascending(({ lastOn }) => lastOn))
}

async function heldBy(store: Store, persons: readonly string[]): Promise<Held> {
  const [people, plans, waits] = await Promise.all([
    findPeople(store),
    plansOf(store),
    awaitedFrom(store, { parties: persons.map((person) => `person:${person}`), limit: most }),
  ])
  return {
    people: people.map(({ _id, mandates, absences }) => ({ id: _id, mandates, absences })),
    plans,
    // A plan's own waits are its milestones.
    waits: waits.filter(({ id }) => !id.startsWith(`${planType}/`)).map(waited),
  }
}

const waited = ({ id, wait }: Awaited): Held['waits'][number] => ({
  kind: 'wait',
  process: id,
  wait: wait.kind,
  about: wait.about,
  parties: wait.parties,
})

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
    if ((await remainsOf(store, id, { last: departure.on, today })).length > 0) continue
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
  const mandates = mandatesUntil(before.mandates, plusDays(successionOn(departure.on, today), -1))
  return { act: 'Edited' as const, change: { mandates, departure: { ...departure, doneOn: today } } }
}
