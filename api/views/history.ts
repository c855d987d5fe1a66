import type { z } from 'zod'
import { mandatesOn } from '../../domain/mandates.ts'
import type { Roster } from '../../domain/roster.ts'
import { dayOf, instant } from '../../domain/time.ts'
import { readLedger } from '../../store/ledger.ts'
import { rosterOf } from '../../store/register/roster.ts'
import type { LedgerDoc } from '../../store/schemas.ts'
import { textsToTell, told, type Telling } from '../../store/story-texts.ts'
import type { History } from '../contracts/history.ts'
import { roleInWords } from './roles.ts'
import { readsTextsOf } from './seeing-candidates.ts'
import type { Viewing } from './viewing.ts'

type View = z.output<typeof History>
const perPage = 200

/** A ledger in order, from after a number on; texts are read back where they still exist, if they were written in what it may quote. */
export async function historyOf(
  { stream, after, quotes }: { stream: string; after: number; quotes: (stream: string) => boolean },
  viewing: Viewing,
): Promise<View> {
  const entries = await readLedger(viewing.store, stream, { after, limit: perPage + 1 })
  const people = rosterOf(viewing.register)
  const page = entries.slice(0, perPage)
  const tell = await textsToTell(viewing.store, { data: page.map(({ data }) => data), quotes })
  return {
    items: page.map((entry) => entryOf(entry, { ...viewing, people, tell })),
    next: entries.length > perPage ? (page.at(-1)?.seq ?? null) : null,
  }
}

const unread: Telling = () => null

function entryOf(
  entry: LedgerDoc,
  reading: Viewing & { readonly people: Roster; readonly tell: Telling },
): View['items'][number] {
  const { seq, type, data, at, takenAt, cause, policy } = entry
  return {
    seq,
    type,
    data: told({ ...data }, readsTextsOf(entry, reading.actor) ? reading.tell : unread),
    at,
    takenAt,
    who: whoOf(entry, reading),
    why: cause,
    policy,
  }
}

/** Who acted: never a name or an address, but what they were that day. */
function whoOf(
  { actor, at, byLink }: LedgerDoc,
  { people, words, names, calendar }: Viewing & { readonly people: Roster },
): View['items'][number]['who'] {
  const on = dayOf(instant(at), calendar)
  const person = people.find(({ id }) => actor === `person:${id}`)
  const held = person ? mandatesOn(person, on) : []
  return { id: actor, roles: held.map(roleInWords({ words, names })), byLink: byLink ?? false }
}
