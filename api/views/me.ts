import type { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import type { Language } from '../../domain/language.ts'
import { mandatesOn } from '../../domain/mandates.ts'
import { displayName } from '../../domain/register/person.ts'
import { roles, type Party, type Role } from '../../domain/roster.ts'
import { dayOf } from '../../domain/time.ts'
import { wordsOf } from '../../locales/words.ts'
import { registerNow } from '../../store/register/now.ts'
import { listPeople, type Person } from '../../store/register/people.ts'
import { base, hrefOf } from '../address.ts'
import type { Me } from '../contracts/me.ts'
import type { Deps } from '../deps.ts'
import { namesIn } from './names.ts'
import { roleInWords, type RoleInWords } from './roles.ts'

/** One's own entry, with everything one stands for today. */
export async function meView(
  deps: Deps,
  { person, actor, language }: { person: Person; actor: Actor; language: Language },
): Promise<z.output<typeof Me>> {
  const { store, rules, now } = deps
  const [people, register] = await Promise.all([listPeople(store), registerNow(store)])
  const today = dayOf(now(), rules.calendar)
  const role = roleInWords({ words: wordsOf(language), names: namesIn(register, today) })
  const named = (id: string): { id: string; name: string } => {
    const found = people.find((other) => other.id === id)
    return { id, name: found ? displayName(found) : id }
  }
  const held = mandatesOn(person, today)
  return {
    id: person.id,
    email: person.email,
    ...(person.name !== undefined && { name: person.name }),
    language: person.language,
    mandates: person.mandates.map((mandate) => ({
      ...mandate,
      role: { code: mandate.role, words: role(mandate) },
      held: held.includes(mandate),
    })),
    absences: person.absences.map(({ delegate, ...span }) => ({
      ...span,
      ...(delegate !== undefined && { delegate: named(delegate) }),
    })),
    publicationConsentOn: person.publicationConsentOn ?? null,
    standsFor: actor.standings.map(({ party, through }) => ({
      party,
      words: partyInWords(party, { named, role }),
      ...(through !== undefined && { through: named(through) }),
    })),
    links: { agenda: `${base}/agenda`, messages: hrefOf(correspondenceId(person.id)), session: `${base}/session` },
  }
}

const rolesByMark: Readonly<Record<string, Role>> = { head: 'centreHead', deputy: 'centreDeputy' }
const isRole = (name: string): name is Role => roles.some((role) => role === name)

/** A party as people read it: a role with its centre, else a person's name. */
function partyInWords(
  party: Party,
  { named, role }: { named: (id: string) => { name: string }; role: RoleInWords },
): string {
  const [mark = '', rest = ''] = party.split(':', 2)
  const ofCentre = rolesByMark[mark]
  if (ofCentre) return role({ role: ofCentre, centre: rest })
  return mark === 'role' && isRole(rest) ? role({ role: rest }) : named(rest).name
}
