import { ascending } from '../ascending.ts'
import { registrar, type Actor } from '../actor.ts'
import type { Stored } from '../process.ts'
import { processOf } from '../processes.ts'
import { Refusal } from '../refusals.ts'
import { Rehearsal, type Act, type World } from '../rehearsal.ts'
import { holdersOf, standingsOf } from '../roster.ts'
import { Soonest } from '../soonest.ts'
import { at, dayOf, plusDays, workingDayFrom, type CivilDate, type Instant } from '../time.ts'
import { choresOf, type Chore, type Knowing } from './chores.ts'
import { momentOf, type Temper } from './habits.ts'
import type { NomineesOf } from './nominees.ts'

/** A school at work: the world as it is read, and how its people behave. */
export interface School {
  readonly world: World
  readonly temper: Temper
  /** Whom each partner means to nominate; without it nobody anybody. */
  readonly nomineesOf?: NomineesOf
}
/** An act that a person of a rehearsal tried in vain. */
export interface Refused {
  readonly at: Instant
  readonly id: string
  readonly command: string
  readonly code: string
}
/** What came of it all. */
export interface Played {
  readonly rehearsal: Rehearsal
  /** What people did, in order, also where it was refused. */
  readonly acts: readonly Act[]
  readonly refused: readonly Refused[]
}
interface Planned {
  readonly at: Instant
  readonly id: string
  readonly chore: Chore
}

// Whoever finds nobody there looks again in a week.
const lookAgainDays = 7

/** Lets a school live to a moment: whatever its people begin with, then their chores as they come, and the clock in between. */
export async function play(beginnings: readonly Act[], school: School, until: Instant): Promise<Played> {
  const people = new People(school, beginnings)
  const { rehearsal } = people
  for (;;) {
    const clockAt = rehearsal.nextAt()
    const act = people.next()
    if (act && act.at <= until && (clockAt === undefined || act.at < clockAt)) await people.does(act)
    else if (clockAt !== undefined && clockAt <= until) await rehearsal.run([], clockAt)
    else return people
    await people.lookAround()
  }
}

/** The people of a rehearsal: what each is going to do, as the files stand. */
class People implements Played {
  readonly #school: School
  readonly rehearsal: Rehearsal
  readonly refused: Refused[] = []
  readonly acts: Act[] = []
  #beginnings: readonly Act[]
  #seen = 0
  /** By file, then by the key of a chore: when it is done, for as long as it can be. */
  readonly #plans = new Map<string, Map<string, Planned>>()
  /** By file, the keys of chores that are done, or that nobody will ever do. */
  readonly #over = new Map<string, Set<string>>()
  /** Of each file what is done first. */
  readonly #first = new Soonest<Planned>()
  readonly #knowing: Knowing

  constructor(school: School, beginnings: readonly Act[]) {
    this.#school = school
    this.#knowing = { rules: school.temper.rules, nomineesOf: school.nomineesOf ?? (() => []) }
    this.rehearsal = new Rehearsal(school.world)
    this.#beginnings = beginnings.toSorted(ascending(({ at }) => at))
  }

  /** What is done next, by anyone. */
  next(): Act | Planned | undefined {
    const [begins] = this.#beginnings
    const planned = this.#first.first()
    return begins && (!planned || begins.at <= planned.at) ? begins : planned
  }

  async does(next: Act | Planned): Promise<void> {
    if ('to' in next) {
      this.#beginnings = this.#beginnings.slice(1)
      return this.#attempt(next)
    }
    const { at: moment, id, chore } = next
    const file = await this.rehearsal.file(id)
    const actor = this.#whoMay(file, chore, moment)
    if (!actor) this.#putOff(next)
    else {
      this.#over.get(id)?.add(chore.key)
      this.#replan(id, (plans) => plans.delete(chore.key))
      await this.#attempt({ at: moment, actor, to: id, ...chore.command(this.#dayOf(moment)) })
    }
  }

  /** Plans what can be done about the files that changed since. */
  async lookAround(): Promise<void> {
    const { ledger } = this.rehearsal
    const changed = new Set(ledger.slice(this.#seen).map(({ id }) => id))
    const last = ledger.at(-1)
    this.#seen = ledger.length
    for (const id of changed) if (last) this.#plan(await this.rehearsal.file(id), last.at)
  }

  #plan(file: Stored, now: Instant): void {
    const over = this.#over.get(file.id) ?? new Set<string>()
    this.#over.set(file.id, over)
    const before = this.#plans.get(file.id)
    const plans = new Map<string, Planned>()
    for (const chore of choresOf(file, this.#knowing)) {
      const { key } = chore
      if (over.has(key)) continue
      const moment = before?.get(key)?.at ?? this.#momentOf(file.id, chore, now)
      if (moment === undefined) over.add(key)
      else plans.set(key, { at: moment, id: file.id, chore })
    }
    this.#plans.set(file.id, plans)
    this.#replan(file.id, () => undefined)
  }
  /** Has somebody do something else about a file, or at another moment. */
  #replan(id: string, change: (plans: Map<string, Planned>) => unknown): void {
    const plans = this.#plans.get(id) ?? new Map<string, Planned>()
    change(plans)
    let first: Planned | undefined
    for (const one of plans.values()) if (!first || one.at < first.at) first = one
    this.#first.set(id, first)
  }
  /** A habit whose day has gone by is made up for on the next working day. */
  #momentOf(id: string, chore: Chore, now: Instant): Instant | undefined {
    const { temper } = this.#school
    const { calendar } = temper.rules
    const moment = momentOf(id, chore, temper)
    return moment === undefined || moment > now
      ? moment
      : at(workingDayFrom(plusDays(dayOf(now, calendar), 1), calendar), '10:00', calendar)
  }

  #whoMay(file: Stored, chore: Chore, moment: Instant): Actor | undefined {
    const { part, about } = chore
    const { roster } = this.#school.world
    const process = processOf(file.id)
    const today = this.#dayOf(moment)
    // The last of a widening circle is whom silence reached last (R7).
    const parties = (process.cast(file, about)[part] ?? []).toReversed()
    return parties
      .flatMap((party) => holdersOf(party, roster, today))
      .map(({ id }): Actor => ({
        id: `person:${id}`,
        standings: chore.inRegister ? registrar.standings : standingsOf(id, roster, today),
      }))
      .find((actor) => process.may(file, actor, about).includes(chore.command(today).type))
  }
  #dayOf(moment: Instant): CivilDate {
    return dayOf(moment, this.#school.world.calendar)
  }
  #putOff({ at: moment, id, chore }: Planned): void {
    const { calendar } = this.#school.world
    const later = workingDayFrom(plusDays(dayOf(moment, calendar), lookAgainDays), calendar)
    this.#replan(id, (plans) => plans.set(chore.key, { at: at(later, '10:00', calendar), id, chore }))
  }
  async #attempt(act: Act): Promise<void> {
    this.acts.push(act)
    try {
      await this.rehearsal.run([act], act.at)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.refused.push({ at: act.at, id: act.to, command: act.type, code: error.code })
    }
  }
}
