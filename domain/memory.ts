import type { Stored } from './process.ts'
import { subjectOf, subjectOfKey, waitKeyOf, type Wait } from './wait.ts'

/** Subject of a wait → persons' ids. */
export type Told = Readonly<Record<string, readonly string[]>>

/** The file without what it remembers of these waits. */
export function forgetting<F extends Pick<Stored, 'climbed' | 'heard' | 'parked'>>(
  file: F,
  subjects: readonly string[],
): F {
  const over = new Set(subjects)
  const open = (key: string): boolean => !over.has(subjectOfKey(key))
  return { ...file, climbed: keep(file.climbed, open), heard: keep(file.heard, open), parked: keep(file.parked, open) }
}
const keep = <T>(record: Readonly<Record<string, T>>, test: (key: string) => boolean): Readonly<Record<string, T>> =>
  Object.keys(record).every(test) ? record : Object.fromEntries(Object.entries(record).filter(([key]) => test(key)))

/** The subjects of which a file remembers anything. */
export const remembered = ({
  heard,
  climbed,
  parked,
}: Pick<Stored, 'climbed' | 'heard' | 'parked'>): ReadonlySet<string> =>
  new Set([...Object.keys(heard), ...[...Object.keys(climbed), ...Object.keys(parked)].map(subjectOfKey)])

/** Both together, each person once. */
export function joined(heard: Told, told: Told = {}): Told {
  const news = Object.entries(told)
  if (news.length === 0) return heard
  const both = news.map(
    ([subject, persons]) => [subject, [...new Set([...(heard[subject] ?? []), ...persons])]] as const,
  )
  return { ...heard, ...Object.fromEntries(both) }
}

/** Without those who left: subject → persons' ids. */
export const leaving = (heard: Told, left: Told): Told =>
  Object.fromEntries(
    Object.entries(heard).map(([subject, persons]) => [
      subject,
      persons.filter((person) => !left[subject]?.includes(person)),
    ]),
  )

/** Who was told of what, by subject; what belongs to no wait is not remembered. What nobody could hear of is, with nobody. */
export const toldOf = (
  heard: readonly { readonly to: readonly string[]; readonly subject?: string | undefined }[],
): Told => heard.reduce<Told>((told, { to, subject }) => (subject ? joined(told, { [subject]: to }) : told), {})

/** The subjects no longer waited for, of those of which anything is remembered, and the waits that have another date now. */
export function waitsOver({
  was,
  is,
  known,
}: {
  was: readonly Wait[]
  is: readonly Wait[]
  known: ReadonlySet<string>
}): {
  readonly ended: readonly string[]
  readonly moved: readonly Wait[]
} {
  const now = new Set(is.map(subjectOf))
  const before = new Map(was.map((wait) => [subjectOf(wait), waitKeyOf(wait)]))
  return {
    ended: [...known].filter((subject) => !now.has(subject)),
    moved: is.filter((wait) => {
      const key = before.get(subjectOf(wait))
      return key !== undefined && key !== waitKeyOf(wait)
    }),
  }
}
