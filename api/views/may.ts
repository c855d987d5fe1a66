import type { Actor } from '../../domain/actor.ts'
import type { Process, Stored } from '../../domain/process.ts'

/** The commands someone may give now in a file as a whole: those on something inside it stand there. */
export const mayInFile = <S, Id extends string>(
  process: Process<S, Id>,
  { file, actor }: { file: Stored<S, Id>; actor: Actor },
): string[] => process.may(file, actor).filter((command) => process.commands[command]?.about === undefined)

/** The commands someone may give now on one thing inside a file, a milestone. */
export const mayAbout = <S, Id extends string>(
  process: Process<S, Id>,
  { file, actor, about }: { file: Stored<S, Id>; actor: Actor; about: string },
): string[] => process.may(file, actor, about).filter((command) => process.commands[command]?.about !== undefined)
