import { contactByLink, type Actor } from '../../domain/actor.ts'
import type { Rules } from '../../domain/policy.ts'
import { standingsOf } from '../../domain/roster.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { registerNow, type RegisterNow } from '../../store/register/now.ts'
import { membersOf, rosterOf } from '../../store/register/roster.ts'

/** A person as an actor, with everything they stand for at that moment; `byLink` when they come by a signed link. */
export async function actorOf(
  store: Store,
  person: string,
  { now, rules, byLink }: { now: Instant; rules: Rules; byLink?: true },
): Promise<Actor> {
  return actorIn(await registerNow(store), person, { now, rules, byLink })
}

/** The same, of a register that has been read. */
export function actorIn(
  register: RegisterNow,
  person: string,
  { now, rules, byLink }: { now: Instant; rules: Rules; byLink?: true | undefined },
): Actor {
  return {
    id: `person:${person}`,
    standings: standingsOf(person, membersOf(register), dayOf(now, rules.calendar)),
    ...(byLink && { byLink }),
  }
}

/** A partner's contact as an actor, who comes by the signed link of a file. */
export const contactActorIn = (
  register: RegisterNow,
  contact: string,
  { file, now, rules }: { file: string; now: Instant; rules: Rules },
): Actor => contactByLink(contact, { file, roster: rosterOf(register), on: dayOf(now, rules.calendar) })
