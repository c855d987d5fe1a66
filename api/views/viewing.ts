import { anyone, type Actor } from '../../domain/actor.ts'
import type { Language } from '../../domain/language.ts'
import type { Rules } from '../../domain/policy.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import type { Words } from '../../locales/words.ts'
import { wordsOf } from '../../locales/words.ts'
import type { Store } from '../../store/connect.ts'
import type { RegisterNow } from '../../store/register/now.ts'
import type { TextOf } from '../../store/story-texts.ts'
import type { Deps } from '../deps.ts'
import type { Caller } from '../session/caller.ts'
import { namesFor, type Names } from './names.ts'

/** Everything a view needs beside the file: who reads, when, in which words, and the names of the day. */
export interface Viewing extends Rules {
  readonly store: Store
  readonly actor: Actor
  /** Whose commands are offered: nobody's in what is past. */
  readonly acting: Actor
  readonly now: Instant
  /** Set where what was is read: the last moment of it, which is `now` as well. */
  readonly asAt?: Instant | undefined
  readonly words: Words
  readonly register: RegisterNow
  readonly names: Names
}

/** Who reads, and what: what is, or what was at a moment. */
export interface Reader {
  readonly caller: Pick<Caller, 'actor' | 'register'>
  readonly language: Language
  readonly asAt?: Instant | undefined
}

/** A view whose free texts have been read. */
export interface Reading extends Viewing {
  readonly textOf: TextOf
}

/** Everything for one view: names are those of the day that is read, in the register as it stood when its reader came. */
export function viewing({ store, rules, now }: Deps, { caller, language, asAt }: Reader): Viewing {
  const { actor, register } = caller
  const moment = asAt ?? now()
  return {
    policy: rules.policy,
    calendar: rules.calendar,
    calendarOf: (place) => rules.calendarOf(place),
    store,
    actor,
    acting: asAt === undefined ? actor : anyone,
    now: moment,
    asAt,
    words: wordsOf(language),
    register,
    names: namesFor(actor, { register, on: dayOf(moment, rules.calendar) }),
  }
}
