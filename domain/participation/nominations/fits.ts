import type { Participation } from '../participation.ts'
import { nominationCommands } from './commands.ts'
import { isOver } from './nomination.ts'

const isOfOne = (command: string): boolean =>
  Object.entries<object>(nominationCommands).some(([name, row]) => name === command && 'about' in row)

/** Whether a command could come to anything with one nomination: none is offered on what is over, nor a second return. */
export function fitsNomination({ nominations, status }: Participation, command: string, about?: string): boolean {
  if (about === undefined || !isOfOne(command)) return true
  const one = Object.hasOwn(nominations, about) ? nominations[about] : undefined
  if (!one || isOver(one)) return false
  if (command === 'returnNomination') return one.state !== 'returned'
  return command !== 'correctNomination' || status !== 'finished' || one.state === 'returned'
}
