import { ascending } from './ascending.ts'
import { clock, mailer, processActor, registrar, type Actor } from './actor.ts'
import type { ProcessType } from './catalogue.ts'
import type { Rules } from './policy.ts'
import { processOf, typeOf } from './processes.ts'
import type { Due } from './due.ts'
import type { Context, Entry, Step, Stored, Tell } from './process.ts'
import { Refusal } from './refusals.ts'
import { numberedId, numberedIn, type Begun } from './register-number.ts'
import { reroute } from './rerouting.ts'
import { answeredByOthers, answeringOn, turnsOf, type Party, type Roster } from './roster.ts'
import { Soonest } from './soonest.ts'
import { at, plusDays, type CivilDate, type Instant } from './time.ts'

/** What a rehearsal reads of the world: nothing stored (a rehearsal), or the store read through (a preview). Never written to. */
export interface World extends Rules {
  load(id: string): Promise<Stored | undefined>
  /** Facts as `store/facts.ts` reads them, or as the rehearsal's script says: it may look at what the rehearsal came to so far. */
  facts(id: string, scene?: Scene): Promise<object>
  readonly roster: Roster
  hash(text: string): string
  /** The file that was begun for something, and the last number of its type: nothing is given one. Without it, none was before. */
  numbers?(begun: Begun): Promise<{ readonly id?: string | undefined; readonly last: number }>
}

/** What the facts of a rehearsed step may be read from. */
export interface Scene {
  /** What is asked in it, where something is. */
  readonly act?: Act | undefined
  /** A file as it stands by now, of those that were touched. */
  fileOf(id: string): Stored | undefined
  /** The files of one type that were touched. */
  filesOf(type: ProcessType): readonly Stored[]
}

/** What someone does at a moment: the script of a rehearsal, or the one command of a preview. */
export interface Act extends Tell {
  readonly at: Instant
  readonly actor: Actor
}
/** One entry of a rehearsed ledger. */
export interface Happened extends Entry {
  readonly id: string
  readonly seq: number
  readonly at: Instant
  readonly actor: string
}
/** A rehearsed due item. */
export interface Coming {
  readonly id: string
  readonly at: Instant
  readonly key: string
}

/** Runs processes together in memory, hand-over included. A preview is a rehearsal of one act that lasts no time. */
export class Rehearsal {
  readonly #files = new Map<string, Stored>()
  readonly #due = new Map<string, readonly Due[]>()
  /** Of each file what it has to expect first. */
  readonly #first = new Soonest<Coming>()
  readonly #world: World
  /** Files that were begun here under the next numbers, by what they were begun for. */
  readonly #begun = new Map<string, string>()
  /** How many numbers of each type they were given. */
  readonly #given = new Map<string, number>()
  /** The days on which others begin to answer, still to come. */
  #turns: readonly CivilDate[]
  readonly ledger: Happened[] = []
  constructor(world: World) {
    this.#world = world
    this.#turns = turnsOf(world.roster)
  }

  /** A file as it stands now in this rehearsal. */
  async file(id: string): Promise<Stored> {
    const known = this.#files.get(id)
    if (known) return known
    const file = (await this.#world.load(id)) ?? processOf(id).open(id)
    this.#keep(file, processOf(id).due(file, this.#world))
    return file
  }

  /** One act and everything it sets off at once, other processes included. Throws the `Refusal` of the act itself. */
  async act({ at, actor, to, type, input }: Act): Promise<void> {
    const file = await this.file(to)
    const now = file.at !== null && file.at > at ? file.at : at
    const context = await this.#context(to, now, { actor, act: { at, actor, to, type, input } })
    await this.#take(processOf(to).advance(file, { type, input }, context), now, actor)
  }

  /** Lets time pass: acts in the order of their moments, the clock in between; what falls due at the moment of an act comes first. */
  async run(script: readonly Act[], until: Instant): Promise<void> {
    const acts = script.toSorted(ascending(({ at }) => at))
    for (;;) {
      const next = this.#first.first()
      const act = acts[0]
      const isActs = act && act.at <= until && (!next || act.at < next.at)
      const moment = isActs ? act.at : next && next.at <= until ? next.at : until
      if (await this.#turned(moment)) continue
      if (isActs) {
        acts.shift()
        await this.act(act)
      } else if (next && next.at <= until) await this.#meet(next)
      else return
    }
  }

  /** Every file that was touched, as it stands now. */
  files(): IterableIterator<Stored> {
    return this.#files.values()
  }

  /** When the clock acts next. */
  nextAt(): Instant | undefined {
    return this.#first.first()?.at
  }

  /** What every file touched so far still has to expect, earliest first. */
  coming(): readonly Coming[] {
    return [...this.#due].flatMap(([id, due]) => due.map((one) => comingIn(id, one))).sort(ascending(({ at }) => at))
  }

  /** Has every file that waits for someone else since a day up to this moment pass it on; whether there was such a day. */
  async #turned(moment: Instant): Promise<boolean> {
    const [day, ...later] = this.#turns
    const { calendar, roster } = this.#world
    const now = day && at(day, '00:00', calendar)
    if (!now || now >= moment) return false
    this.#turns = later
    const changed = answeredByOthers(answeringOn(roster, plusDays(day, -1)), answeringOn(roster, day))
    for (const file of [...this.#files.values()])
      if (this.#awaits(file, changed))
        await this.act({ to: file.id, type: reroute, input: {}, at: now, actor: registrar })
    return true
  }
  #awaits(file: Stored, parties: readonly Party[]): boolean {
    const process = processOf(file.id)
    return process
      .waits(file, this.#world)
      .some(({ from, about }) => from && process.cast(file, about)[from]?.some((party) => parties.includes(party)))
  }
  async #meet({ id, at }: Coming): Promise<void> {
    const file = await this.file(id)
    // What fell due before the last entry counts no earlier than it: a ledger's moments never go back.
    const now = file.at !== null && file.at > at ? file.at : at
    const step = processOf(id).meet(file, await this.#context(id, now, { actor: clock }))
    if (step) await this.#take(step, now, clock)
  }
  async #take({ file, events, due, tells }: Step, at: Instant, actor: Actor): Promise<void> {
    this.#keep(file, due)
    const first = file.seq - events.length + 1
    this.ledger.push(
      ...events.map((event, index) => ({ ...event, id: file.id, seq: first + index, at, actor: actor.id })),
    )
    await this.#deliver(file, at)
    for (const tell of tells) {
      try {
        await this.act({ ...tell, to: await this.#fileAt(tell.to), at, actor: processActor(file.id) })
      } catch (error) {
        // A refused tell is the recipient's answer, never the sender's failure.
        if (!(error instanceof Refusal)) throw error
      }
    }
  }
  /** The file behind an address: of one that is to be numbered the one that was begun for the same, or the next. */
  async #fileAt(to: string): Promise<string> {
    const begun = numberedIn(to)
    if (!begun) return to
    const known = this.#begun.get(to)
    if (known) return known
    const { id, last } = (await this.#world.numbers?.(begun)) ?? { last: 0 }
    if (id) return id
    const own = (this.#given.get(begun.type) ?? 0) + 1
    const next = numberedId(begun.type, last + own)
    this.#begun.set(to, next)
    this.#given.set(begun.type, own)
    return next
  }
  /** In a rehearsal every mail is accepted at once. */
  async #deliver(file: Stored, at: Instant): Promise<void> {
    const digest = processOf(file.id).outgoing(file)
    if (digest)
      await this.act({ to: file.id, type: 'recordOutcome', input: { digest, outcome: 'sent' }, at, actor: mailer })
  }
  #keep(file: Stored, due: readonly Due[]): void {
    this.#files.set(file.id, file)
    this.#due.set(file.id, due)
    const [first] = due
    this.#first.set(file.id, first && comingIn(file.id, first))
  }
  async #context(
    id: string,
    now: Instant,
    { actor, act }: { readonly actor: Actor; readonly act?: Act },
  ): Promise<Context> {
    const scene: Scene = {
      act,
      fileOf: (one) => this.#files.get(one),
      filesOf: (type) => [...this.#files.values()].filter((file) => typeOf(file.id) === type),
    }
    const { policy, calendar, calendarOf, roster, hash } = this.#world
    return {
      policy,
      calendar,
      calendarOf: (place) => calendarOf(place),
      roster,
      hash: (text) => hash(text),
      now,
      takenAt: now,
      actor,
      facts: await this.#world.facts(id, scene),
    }
  }
}

const comingIn = (id: string, { at, key }: Due): Coming => ({ id, at, key })
