import { mayEnter, type Actor } from './actor.ts'
import { standingIn, type PartIn } from './audience.ts'
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
  const castOf = (file: File, about?: string): Cast => ({
    ...definition.cast(file.state, file.id, about),
    clock: ['clock'],
  })
  const partIn = (file: File, part: string, about?: string): PartIn => {
    const barred: Partial<Cast> = definition.barred?.(file.state) ?? {}
    return { parties: castOf(file, about)[part] ?? [], barred: barred[part] ?? [] }
  }
  const playedBy = (file: File, actor: Actor, about?: string): readonly Played[] =>
    mayEnter(actor, file.id)
      ? Object.keys(castOf(file, about)).flatMap((part) => {
          const standing = standingIn(partIn(file, part, about), actor)
          return standing ? [{ part, through: standing.through }] : []
        })
      : []
  return { castOf, partIn, playedBy }
}
