import { admissionCycle } from '../cycle/process.ts'
import { dossier } from '../dossier/process.ts'
import { participation } from '../participation/process.ts'
import type { Happened, Rehearsal } from '../rehearsal.ts'
import { dayOf, weekOf, type Calendar } from '../time.ts'

/** What one person of the school did in a rehearsal. */
export interface Load {
  readonly person: string
  readonly acts: number
  /** The week in which they did most, and how much that was. */
  readonly busiest: { readonly week: string; readonly acts: number }
}
/** What became of a rehearsed year. */
export interface Outcomes {
  /** Partners by how their part stands, dossiers by how they stand. */
  readonly partners: Readonly<Record<string, number>>
  readonly dossiers: Readonly<Record<string, number>>
  /** The status of the cycle itself. */
  readonly cycle: string
}

const personOf = /^person:(.+)$/

/** How much each of some people had to do, busiest first: every act of theirs counts once, whatever came of it. */
export function loadOf(
  ledger: readonly Happened[],
  { people, calendar }: { readonly people: ReadonlySet<string>; readonly calendar: Calendar },
): readonly Load[] {
  const weeks = new Map<string, Map<string, number>>()
  let last = ''
  for (const { actor, id, at } of ledger) {
    const [, person = ''] = personOf.exec(actor) ?? []
    // The events of one act stand one behind the other.
    const act = `${actor} ${id} ${at}`
    if (people.has(person) && act !== last) {
      const own = weeks.get(person) ?? new Map<string, number>()
      const week = weekOf(dayOf(at, calendar))
      weeks.set(person, own.set(week, (own.get(week) ?? 0) + 1))
    }
    last = act
  }
  return [...weeks]
    .map(([person, own]) => {
      const [[week, most] = ['', 0]] = [...own].toSorted(([, a], [, b]) => b - a)
      return { person, acts: [...own.values()].reduce((sum, n) => sum + n, 0), busiest: { week, acts: most } }
    })
    .toSorted((a, b) => b.acts - a.acts)
}

/** How a rehearsed cycle, its partners and their dossiers stand in the end. */
export function outcomesOf(rehearsal: Pick<Rehearsal, 'files'>): Outcomes {
  const counts = { partners: new Map<string, number>(), dossiers: new Map<string, number>() }
  const count = (of: Map<string, number>, status: string): unknown => of.set(status, (of.get(status) ?? 0) + 1)
  let cycle = ''
  for (const file of rehearsal.files()) {
    if (participation.owns(file)) count(counts.partners, file.state.status)
    else if (dossier.owns(file)) count(counts.dossiers, file.state.status)
    else if (admissionCycle.owns(file)) cycle = file.state.status
  }
  return { partners: Object.fromEntries(counts.partners), dossiers: Object.fromEntries(counts.dossiers), cycle }
}
