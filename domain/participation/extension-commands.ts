import { z } from 'zod'
import type { Rows } from '../process.ts'
import { FreeText } from '../text.ts'
import { NearDay } from '../time.ts'
import { extensionCauses } from './extension.ts'
import {
  askedStatuses,
  type ParticipationEvents,
  type ParticipationPart,
  type ParticipationStatus,
} from './participation.ts'

const office = ['officer', 'headOfOffice'] as const
const from = askedStatuses

/** What may be asked of a partner's request for more time: before the close only, one at a time (S17). */
export const extensionCommands = {
  askExtension: {
    by: [...office, 'partner'],
    from,
    emits: ['extensionAsked'],
    input: z.strictObject({ to: NearDay, cause: z.enum(extensionCauses), reason: FreeText }),
  },
  grantExtension: {
    by: office,
    from,
    emits: ['extensionGranted'],
    input: z.strictObject({
      /** Another day than the one that was asked for. */
      to: NearDay.optional(),
      reason: FreeText.optional(),
    }),
  },
  refuseExtension: {
    by: office,
    from,
    emits: ['extensionRefused'],
    input: z.strictObject({ reason: FreeText }),
  },
} as const satisfies Rows<ParticipationPart, ParticipationStatus, keyof ParticipationEvents>
