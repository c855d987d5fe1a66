import { anyone, type Actor } from '../../domain/actor.ts'
import type { Language } from '../../domain/language.ts'
import type { Rules } from '../../domain/policy.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import type { Words } from '../../locales/words.ts'
import { wordsOf } from '../../locales/words.ts'
import type { Store } from '../../store/connect.ts'
import { registerNow, type RegisterNow } from '../../store/register/now.ts'
import type { TextOf } from '../../store/story-texts.ts'
import type { Caller } from '../caller.ts'
import type { Deps } from '../deps.ts'
import { namesIn, type Names } from './names.ts'

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
  readonly caller: Caller
  readonly language: Language
  readonly asAt?: Instant | undefined
}

/** A view whose free texts have been read. */
export interface Reading extends Viewing {
  readonly textOf: TextOf
}

/** Everything for one view: the register is read once, and its names are those of the day that is read. */
export async function viewing({ store, rules, now }: Deps, { caller, language, asAt }: Reader): Promise<Viewing> {
  const [moment, register] = [asAt ?? now(), await registerNow(store)]
  return {
    policy: rules.policy,
    calendar: rules.calendar,
    calendarOf: (place) => rules.calendarOf(place),
    store,
    actor: caller.actor,
    acting: asAt === undefined ? caller.actor : anyone,
    now: moment,
    asAt,
    words: wordsOf(language),
    register,
    names: namesIn(register, dayOf(moment, rules.calendar)),
  }
}
