import type { z } from 'zod'
import { hasRight } from '../../domain/access.ts'
import { placesAt } from '../../domain/cycle/places.ts'
import { firstWishesOf } from '../../domain/participation/nominations/checks.ts'
import { standing, type Nomination } from '../../domain/participation/nominations/nomination.ts'
import type { Participation } from '../../domain/participation/participation.ts'
import { participation } from '../../domain/participation/process.ts'
import type { Stored } from '../../domain/process.ts'
import { deadline } from '../../domain/time.ts'
import { coveringsOf } from '../../store/cycle-facts.ts'
import { candidatesById, perhapsOf } from '../../store/register/candidates.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import { storyTexts, type TextOf } from '../../store/story-texts.ts'
import type { NominationNumbers, NominationView } from '../contracts/nomination.ts'
import { candidateView } from './candidate.ts'
import { mayAbout } from './may.ts'
import { programmeIn, programmesIn, type Programmes } from './programmes.ts'
import { seesCandidatesOf } from './seeing-candidates.ts'
import type { Viewing } from './viewing.ts'

export type File = Stored<Participation, `participation/${string}`>
type View = z.output<typeof NominationView>

/** A view of nominations, with what was read for all of them. */
export interface Seeing extends Viewing {
  readonly textOf: TextOf
  readonly candidates: ReadonlyMap<string, CandidateDoc>
  /** Whom they may be, where nobody said so yet. */
  readonly perhaps: ReadonlyMap<string, readonly string[]>
  readonly programmes: Programmes
}

/** Reads what the nominations of some files name. */
export async function seeing(files: readonly File[], viewing: Viewing): Promise<Seeing> {
  const { store, actor, register } = viewing
  const seen = files.filter(({ state }) => seesCandidatesOf(state.partner, actor))
  const made = seen.flatMap(({ state }) => Object.values(state.nominations))
  const quoted = new Set<string>(seen.map(({ id }) => id))
  const [textOf, candidates] = await Promise.all([
    storyTexts(store, { data: made, quotes: (stream) => quoted.has(stream) }),
    candidatesById(store, [...new Set(made.map(({ candidate }) => candidate))]),
  ])
  // Who was known before is not for a partner to learn.
  const perhaps = hasRight(actor, 'readCandidates') ? await perhapsOf(store, [...candidates.values()]) : new Map()
  const programmes = programmesIn(register)
  return { ...viewing, textOf, candidates, perhaps, programmes }
}

/** What a partner nominated: those that stand in their order, then those that are over, and how many there are of what. */
export async function nominationsView(
  file: File,
  viewing: Viewing,
): Promise<{ nominations: View[]; numbers: z.output<typeof NominationNumbers> | null }> {
  const { state } = file
  const seen = await seeing([file], viewing)
  const over = Object.keys(state.nominations).filter((id) => !state.order.includes(id))
  return {
    nominations: [...state.order, ...over].flatMap((id) => {
      const nomination = state.nominations[id]
      return nomination ? [nominationView({ ...nomination, id }, file, seen)] : []
    }),
    numbers: await numbersOf(state, seen),
  }
}

function nominationView(one: Nomination & { readonly id: string }, file: File, seen: Seeing): View {
  const { returned, cancelled, replaces = null, replacedBy = null } = one
  const { calendar, acting, textOf } = seen
  return {
    ...headOf(one, file, seen),
    returned: returned
      ? { since: returned.since, finalOn: deadline(returned.by, calendar).lastDay, reason: textOf(returned.reason) }
      : null,
    cancelled: cancelled === undefined ? null : textOf(cancelled),
    replaces,
    replacedBy,
    may: mayAbout(participation, { file, actor: acting, about: one.id }),
  }
}

/** What a file and the list share. */
export function headOf(
  { id, candidate, state, wishes, channel, statement, at }: Nomination & { readonly id: string },
  file: File,
  seen: Seeing,
): Omit<View, 'returned' | 'cancelled' | 'replaces' | 'replacedBy' | 'may'> {
  const { words, textOf, candidates } = seen
  const known = candidates.get(candidate)
  const rank = file.state.order.indexOf(id) + 1
  return {
    nomination: id,
    rank: rank > 0 ? rank : null,
    state: { code: state, words: words.nomination.states[state] },
    candidate: { id: candidate, who: known ? candidateView(known, seen, seen.perhaps.get(candidate)) : null },
    wishes: wishes.map((programme) => programmeIn(programme, seen)),
    channel: { code: channel, words: words.nomination.channels[channel] },
    statement: statement === undefined ? null : textOf(statement),
    at,
  }
}

/** The two numbers (S17): how many may be nominated for a programme, and how many places the agreements have. */
async function numbersOf(state: Participation, seen: Seeing): Promise<z.output<typeof NominationNumbers> | null> {
  const { population, partner, arrivalOn } = state
  if (arrivalOn === undefined) return null
  const stand = standing(state)
  const agreements = (await coveringsOf(seen.store, [partner])).get(partner) ?? []
  return {
    nominated: stand.length,
    places: placesAt(agreements, { population, arrivalOn }) ?? null,
    programmes: [...seen.programmes.values()]
      .filter(({ kind }) => kind === population)
      .map(({ _id, nominationLimit = null }) => ({
        ...programmeIn(_id, seen),
        nominated: firstWishesOf(stand, _id),
        nominationLimit,
      })),
  }
}
