import { mayEnter, type Actor } from './actor.ts'
import { standingIn, type PartIn } from './audience.ts'
import { lately } from './lately.ts'
import type { Cast, Definition, IdOf, Played, Shape, Stored } from './process.ts'

/** Who plays what in a file of one process, or in one `about` of it. */
export interface Casting<File> {
  castOf(file: File, about?: string): Cast
  partIn(file: File, part: string, about?: string): PartIn
  /** The parts an actor plays there. */
  playedBy(file: File, actor: Actor, about?: string): readonly Played[]
}

/** The cast of a process, with the clock in it and whoever is barred. */
export function castingOf<X extends Shape>(definition: Definition<X>): Casting<Stored<X['state'], IdOf<X>>> {
  type File = Stored<X['state'], IdOf<X>>
  const castLately = lately<Cast>()
  const castOf = ({ state, id }: File, about?: string): Cast =>
    castLately([state, id, about], () => ({ ...definition.cast(state, id, about), clock: ['clock'] }))
  const barredIn = ({ state }: File): Partial<Cast> => definition.barred?.(state) ?? {}
  const partIn = (file: File, part: string, about?: string): PartIn => ({
    parties: castOf(file, about)[part] ?? [],
    barred: barredIn(file)[part] ?? [],
  })
  const playedBy = (file: File, actor: Actor, about?: string): readonly Played[] => {
    if (!mayEnter(actor, file.id)) return []
    const barred = barredIn(file)
    return Object.entries(castOf(file, about)).flatMap(([part, parties]) => {
      const standing = standingIn({ parties, barred: barred[part] ?? [] }, actor)
      return standing ? [{ part, through: standing.through }] : []
    })
  }
  return { castOf, partIn, playedBy }
}
