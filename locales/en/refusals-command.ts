import type { CommandRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why a command cannot be given, whatever it is about. */
export const commandRefusals: Record<CommandRefusal, TitleAndDetail> = {
  'command.unknown': {
    title: 'There is no such command',
    detail: '“{command}” cannot be asked here. The commands that can be asked are listed in the reference page.',
  },
  'command.invalid': {
    title: 'Something is missing or misspelt',
    detail:
      '{faults, plural, =0 {What was sent cannot be read.} one {One entry cannot be read.} other {# entries cannot be read.}} Correct what is named below and send again; nothing was changed.',
  },
  'command.not-now': {
    title: 'This cannot be done now',
    detail: 'One cannot {command} while the status is “{status}”. Reload to see what can be done now.',
  },
  'command.not-yours': {
    title: 'This is not yours to do',
    detail:
      'Neither your role nor your part here lets you {command}. Ask someone who may, or someone who can name you their delegate.',
  },
  'command.overtaken': {
    title: 'Someone else was faster',
    detail:
      'This was changed since you read it, so nothing of yours was written. Look at what changed, and send again what still holds.',
  },
}
