import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Due } from './due.ts'
import type { JudgedBy } from './judging.ts'
import type { NoticeKind } from './notices.ts'
import type { Opinion } from './plan/plan.ts'
import type { Rules } from './policy.ts'
import type { RefusalCode } from './refusals.ts'
import type { Party, Roster } from './roster.ts'
import type { CivilDate, Instant } from './time.ts'
import type { Wait } from './wait.ts'

// ── What a process is made of ──────────────────────────────────────────────────────────────────────────────────────

/** One row of a transition table: who may ask, in which status, with what, and what may come of it. */
export interface CommandRow {
  readonly by: readonly string[]
  readonly from: readonly string[]
  readonly input: z.ZodType<object>
  readonly emits: readonly string[]
  /** The input field that names what inside the file this is about, for the parts of that `about` (a milestone's owner). */
  readonly about?: string
  /** Replaces what others may have changed meanwhile: whoever gives it says which edit they have read. */
  readonly replaces?: true
}
export type CommandTable = Readonly<Record<string, CommandRow>>

/** Typed rows for one process: `{…} as const satisfies Rows<PlanPart, PlanStatus, keyof PlanEvents>`. */
export type Rows<Part extends string, Status extends string, Event extends PropertyKey> = Readonly<
  Record<
    string,
    {
      by: readonly (Part | 'clock')[]
      from: readonly Status[]
      input: z.ZodType<object>
      emits: readonly Event[]
      about?: string
      replaces?: true
    }
  >
>

/** The types of one process, under one name. */
export interface Shape {
  readonly type: string
  readonly state: { readonly status: string }
  readonly events: Readonly<Record<string, object>>
  readonly commands: CommandTable
  readonly part: string
  readonly facts: object
}

export type Name<T> = keyof T & string
export type IdOf<X extends Shape> = `${X['type']}/${string}`
export type Input<C extends CommandTable, K extends keyof C> = z.output<C[K]['input']>
export type CommandOf<C extends CommandTable> = {
  [K in Name<C>]: { readonly type: K; readonly input: Input<C, K> }
}[Name<C>]
export type EventOf<X extends Shape, E extends string = Name<X['events']>> = {
  [K in E & keyof X['events']]: { readonly type: K; readonly data: X['events'][K] }
}[E & keyof X['events']]

/** Everything a step knows beside the file: one argument for every rule. */
export interface Context<F = object> extends Rules {
  /** The moment this act counts at: when a command was received, when a due item fell due. */
  readonly now: Instant
  /** The moment the step is really taken: later than `now` after an outage. What may only happen at some hours asks this one. */
  readonly takenAt: Instant
  /** When the command was received: earlier than `now` where its file was ahead of it. Absent where that is `now`. */
  readonly receivedAt?: Instant | undefined
  readonly actor: Actor
  /** Who holds which mandate, and who is away. */
  readonly roster: Roster
  /** A digest of a text as lower-case hex, for decisions that need one (R6). */
  hash(text: string): string
  /** What this process must know of the world outside its file, read before the step by `store/facts.ts`. */
  readonly facts: F
}
/** A part the actor plays in this file, and the person they stand in for where it is by delegation. */
export interface Played {
  readonly part: string
  readonly through?: string | undefined
}

/** What `decide` sees: the context, the process's own id, and the parts the actor plays in it. */
export interface Deciding<F = object> extends Context<F> {
  readonly id: string
  readonly played: readonly Played[]
}

export type Decide<X extends Shape> = {
  readonly [K in Name<X['commands']>]: (
    state: X['state'],
    input: Input<X['commands'], K>,
    context: Deciding<X['facts']>,
  ) => readonly EventOf<X, X['commands'][K]['emits'][number]>[]
}
export type Evolve<X extends Shape> = {
  readonly [E in Name<X['events']>]: (state: X['state'], data: X['events'][E], at: Instant) => X['state']
}
export type Tells<X extends Shape> = {
  readonly [E in Name<X['events']>]?: (data: X['events'][E], state: X['state'], id: IdOf<X>) => readonly Tell[]
}

/** The documents that an event attaches to its file, by id: `deposited: ({ document }) => [document]`. Nobody else can attach them afterwards. */
export type Attaches<X extends Shape> = {
  readonly [E in Name<X['events']>]?: (data: X['events'][E]) => readonly string[]
}

/** What an event has people told: the part that hears, and the kind of notice (its words are in `locales/`). */
export interface Announcement<Part extends string = string> {
  readonly part: Part
  /** Told to this person, who played that part until now. */
  readonly person?: string
  readonly kind: NoticeKind
  /** It no longer holds: what they were about to hear of this is taken back, and they hear nothing. */
  readonly takenBack?: true
  /** What inside the file: a milestone, a centre. */
  readonly about: string
  /** The wait it belongs to, as `subjectOf` gives it: the notice is withdrawn when that wait is over. */
  readonly waitsFor?: string
  /** A wait, as `subjectOf` gives it: of its end hear only those who were sent something of it. */
  readonly ifTold?: string
  /** A wait, as `subjectOf` gives it: only those hear who were sent nothing of it yet. */
  readonly unlessTold?: string
  /** Why, a text of the store; and what a research centre said. */
  readonly reason?: string
  readonly opinion?: Opinion
  /** The final date it tells where no wait has one, and the one that stood before (R11). */
  readonly untilOn?: CivilDate
  readonly wasOn?: CivilDate
}
export type Announces<X extends Shape> = {
  readonly [E in Name<X['events']>]?: (
    data: X['events'][E],
    state: X['state'],
    rules: Rules,
  ) => readonly Announcement<X['part']>[]
}

/** Who plays which part. */
export type Cast<Part extends string = string> = Readonly<Record<Part, readonly Party[]>>

export interface Definition<X extends Shape> {
  readonly type: X['type']
  readonly commands: X['commands']
  readonly initial: X['state']
  /** The other half of the transition table: the only thing that changes a status. */
  readonly becomes: { readonly [E in Name<X['events']>]?: X['state']['status'] }
  /** The statuses in which a process has ended once it waits for nothing; it needs no workflow then. */
  readonly ends: readonly X['state']['status'][]
  readonly decide: Decide<X>
  readonly evolve: Evolve<X>
  /** What the process waits for now. Reminders, escalations, timers, the agenda and previews all derive from it. */
  waits(state: X['state'], rules: Rules): readonly Wait<X['part'], CommandOf<X['commands']>>[]
  /** Who plays which part in this file, and in one `about` of it. Access, list filters and recipients all derive from it. */
  cast(state: X['state'], id: IdOf<X>, about?: string): Cast<X['part']>
  /** Every `about` that has parts of its own. */
  abouts?(state: X['state']): readonly string[]
  /** Persons who may not play a part, whatever their mandate, nor through a delegate (nobody approves what they wrote). */
  barred?(state: X['state']): Partial<Cast<X['part']>>
  /** The parts a rung of a wait about something has opened (R7), as the file remembers them. */
  opened?(state: X['state'], part: X['part'], about: string): X['state']
  /** Why a command cannot be asked in this status, where a plain `command.not-now` would not help. */
  notNow?(state: X['state'], command: string): RefusalCode | undefined
  /** Whether a command could come to anything, in the file or in one `about` of it; `may` offers nothing that is always refused. */
  fits?(state: X['state'], command: string, about?: string): boolean
  /** The date that a command is judged by now, where it is judged by one: what is received after it is too late. */
  judgedBy?(state: X['state'], command: string, rules: Rules): JudgedBy | undefined
  /** The id of a mail on its way, for the process that sends them. */
  outgoing?(state: X['state']): string | undefined
  /** What the file alone may hold, for as long as it does: no two files hold the same, of whatever process (a candidate counts once in a cycle, S18). */
  claims?(state: X['state'], id: IdOf<X>): readonly string[]
  readonly tells: Tells<X>
  readonly announces: Announces<X>
  readonly attaches?: Attaches<X>
}

// ── What is stored and what a step gives ───────────────────────────────────────────────────────────────────────────

/** A process as stored: the fold of its ledger. Subjects are those of `subjectOf`, keys those of due items. */
export interface Stored<S = unknown, Id extends string = string> {
  readonly id: Id
  readonly seq: number
  /** The moment of the last entry: nothing counts earlier. */
  readonly at: Instant | null
  readonly state: S
  /** Rungs already climbed, by key. */
  readonly climbed: Readonly<Record<string, Instant>>
  /** Who has heard of which wait, as persons' ids: they hear no more of it once it is over. */
  readonly heard: Readonly<Record<string, readonly string[]>>
  /** Due items whose rule failed, by key: how often, and when to try again. */
  readonly parked: Readonly<Record<string, { readonly tries: number; readonly until: Instant }>>
}

/** What happened, with what the machine remembers of it. */
export interface Entry {
  readonly type: string
  readonly data: object
  /** Subject of a wait → persons' ids who were told of it. */
  readonly told?: Readonly<Record<string, readonly string[]>>
  /** Subjects of the waits that this ended. */
  readonly settled?: readonly string[]
}
/** A command for another process: a row in that process's inbox. */
export interface Tell {
  /** `{type}/{key}`: workflow id, stream id and document id at once. */
  readonly to: string
  readonly type: string
  readonly input: unknown
}
export interface Step<S = unknown, Id extends string = string> {
  readonly file: Stored<S, Id>
  readonly events: readonly Entry[]
  readonly due: readonly Due[]
  readonly tells: readonly Tell[]
  /** The documents that belong to the file from now on, by id. */
  readonly attaches: readonly string[]
}

/** A process ready to run: its types stay inside, so that every caller (step, preview, rehearsal) is the same few lines. */
export interface Process<S = unknown, Id extends string = string> {
  readonly type: string
  readonly commands: CommandTable
  readonly becomes: Readonly<Record<string, string | undefined>>
  open(id: Id): Stored<S, Id>
  /** The file after these entries: rebuilds a state, answers `?asOf=`. */
  fold(id: Id, entries: readonly (Entry & { readonly at: Instant })[]): Stored<S, Id>
  /** The file after more entries of its own. */
  after(file: Stored<S, Id>, entries: readonly (Entry & { readonly at: Instant })[]): Stored<S, Id>
  /** Whether a file is one of this process. */
  owns(file: Stored): file is Stored<S, Id>
  /** What the clock has to do, earliest first. `due[0]?.at` is when to wake. */
  due(file: Stored<S, Id>, rules: Rules): readonly Due[]
  /** What is waited for now, reminders or not. */
  waits(file: Stored<S, Id>, rules: Rules): readonly Wait[]
  /** Its last statuses. */
  readonly ends: readonly string[]
  /** Whether it is in its last status and waits for nothing: what is still owed then is reminded of like anything else. */
  ended(file: Stored<S, Id>, rules: Rules): boolean
  /** The commands this actor may give now, in the file or in one `about` of it: buttons, links and the access check. */
  may(file: Stored<S, Id>, actor: Actor, about?: string): readonly string[]
  /** The date that a command is judged by now, where it is judged by one. */
  judgedBy(file: Stored<S, Id>, command: string, rules: Rules): JudgedBy | undefined
  /** The id of the mail on its way, if any. */
  outgoing(file: Stored<S, Id>): string | undefined
  /** What this file holds and no other may: stored beside it, where the second one is held off. */
  claims(file: Stored<S, Id>): readonly string[]
  /** Who plays which part: law tests and recipients. */
  cast(file: Stored<S, Id>, about?: string): Cast
  /** Everyone this file concerns: stored beside it, so that a list is one indexed `$in`. */
  parties(file: Stored<S, Id>): readonly Party[]
  /** One command. Throws a `Refusal`; otherwise what happened and what follows. */
  advance(
    file: Stored<S, Id>,
    command: { readonly type: string; readonly input: unknown },
    context: Context,
  ): Step<S, Id>
  /** The earliest thing due at `context.now`, or nothing. */
  meet(file: Stored<S, Id>, context: Context): Step<S, Id> | undefined
  /** Puts off a due item whose rule failed. */
  park(file: Stored<S, Id>, key: string, context: Context): Step<S, Id>
}
