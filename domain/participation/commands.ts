import { z } from 'zod'
import { populations, terms } from '../cycle/cycle.ts'
import type { Rows } from '../process.ts'
import { FreeText } from '../text.ts'
import { CivilDate, NearDay } from '../time.ts'
import { extensionCommands } from './extension-commands.ts'
import { nominationCommands } from './nominations/commands.ts'
import type { ParticipationEvents, ParticipationPart, ParticipationStatus } from './participation.ts'

const office = ['officer', 'headOfOffice'] as const
const asked = ['invited', 'opened'] as const
const nominating = [...asked, 'nominating'] as const
const over = ['silent', 'notReached'] as const
const nothing = z.strictObject({})

/** What may be asked of a partner's part in a cycle: by whom, when, with what, and what may come of it (S17). */
export const participationCommands = {
  receiveInvitation: {
    by: ['process'],
    from: ['none', 'cancelled'],
    emits: ['invited'],
    input: z.strictObject({
      cycle: z.string(),
      partner: z.string(),
      firstYear: z.int(),
      population: z.enum(populations),
      term: z.enum(terms).optional(),
      closesOn: CivilDate,
      dossiersCloseOn: CivilDate,
      arrivalOn: CivilDate,
    }),
  },
  recordOpened: {
    by: [...office, 'partner'],
    from: ['invited', 'noneThisYear'],
    emits: ['opened', 'reconsidered'],
    input: nothing,
  },
  recordNoneThisYear: {
    by: [...office, 'partner'],
    from: [...asked, ...over],
    emits: ['extensionWithdrawn', 'saidNone'],
    input: z.strictObject({ note: FreeText.optional() }),
  },
  ...nominationCommands,
  notePersons: {
    by: ['register'],
    from: ['nominating', 'finished'],
    emits: ['personsFoundAlike', 'personsSettled'],
    input: nothing,
  },
  extend: {
    by: office,
    from: [...nominating, 'finished', ...over],
    emits: ['extended', 'reopened'],
    input: z.strictObject({ to: NearDay, reason: FreeText }),
  },
  ...extensionCommands,
  moveDates: {
    by: ['process'],
    from: [...nominating, 'finished', ...over, 'noneThisYear'],
    emits: ['cycleMoved', 'closingMoved', 'calledAgain'],
    input: z.strictObject({ closesOn: CivilDate, dossiersCloseOn: CivilDate, arrivalOn: CivilDate }),
  },
  closeParticipation: {
    by: ['clock'],
    from: nominating,
    emits: ['nominationsEnded', 'fellSilent', 'foundUnreached'],
    input: nothing,
  },
  withdrawInvitation: {
    by: ['process'],
    from: [...nominating, 'finished', ...over, 'noneThisYear'],
    emits: ['cancelled'],
    input: nothing,
  },
} as const satisfies Rows<ParticipationPart, ParticipationStatus, keyof ParticipationEvents>
