import { z } from 'zod'
import type { NamedFault } from '../../input.ts'
import type { Rows } from '../../process.ts'
import { senders } from '../../register/programme.ts'
import { repeated } from '../../repeated.ts'
import { FreeText, Id } from '../../text.ts'
import type { ParticipationEvents, ParticipationPart, ParticipationStatus } from '../participation.ts'
import { channels } from './nomination.ts'

const office = ['officer', 'headOfOffice'] as const
/** The partner itself, or the office for it. */
const nominators = ['partner', ...office] as const

/** As many as one command names at most, as it is read at once; how many may stand is policy, and never more. */
export const mostAtOnce = 2000
const mostWishes = 10

const nomination = z.string().regex(/^n[1-9]\d{0,8}$/)
const distinct = (names: readonly string[]): boolean => repeated(names) === undefined
const wishes = z
  .array(Id)
  .min(1)
  .max(mostWishes)
  .refine(distinct, 'named_twice' satisfies NamedFault)
const channel = z.enum(channels)
const statement = FreeText.optional()
const made = {
  candidate: Id,
  wishes,
  channel,
  statement,
  /** Its place among those that stand, from 1; without one it is the last. */
  rank: z.int().min(1).max(mostAtOnce).optional(),
}

/** What may be asked of the nominations of a partner: by whom, when, with what, and what may come of it (S17, S18). */
export const nominationCommands = {
  nominate: {
    by: nominators,
    from: ['invited', 'opened', 'nominating', 'finished'],
    emits: ['nominationsBegun', 'nominated', 'personsFoundAlike'],
    input: z.strictObject(made),
  },
  importNominations: {
    by: nominators,
    from: ['invited', 'opened', 'nominating', 'finished'],
    emits: ['nominationsBegun', 'nominated', 'nominationCorrected', 'personsFoundAlike'],
    input: z.strictObject({
      /** In order of preference; whoever stands there already is corrected, and keeps their rank. */
      nominations: z
        .array(z.strictObject({ candidate: Id, wishes, channel, statement }))
        .min(1)
        .max(mostAtOnce)
        .refine((all) => distinct(all.map((one) => one.candidate)), 'named_twice' satisfies NamedFault),
    }),
  },
  correctNomination: {
    by: nominators,
    from: ['nominating', 'finished'],
    emits: ['nominationCorrected'],
    input: z.strictObject({
      nomination,
      /** What changes; what is left out stays, and null takes the statement away. */
      wishes: wishes.optional(),
      channel: channel.optional(),
      statement: FreeText.nullable().optional(),
    }),
    about: 'nomination',
  },
  reorder: {
    by: nominators,
    from: ['nominating'],
    emits: ['nominationsOrdered'],
    input: z.strictObject({
      /** Each that stands, the most wanted first. */
      order: z
        .array(nomination)
        .min(1)
        .max(mostAtOnce)
        .refine(distinct, 'named_twice' satisfies NamedFault),
    }),
    replaces: true,
  },
  replaceNomination: {
    by: nominators,
    from: ['nominating'],
    emits: ['nominationCancelled', 'nominated', 'personsFoundAlike'],
    input: z.strictObject({ nomination, candidate: Id, wishes, channel, statement, reason: FreeText }),
    about: 'nomination',
  },
  cancelNomination: {
    by: nominators,
    from: ['nominating', 'finished'],
    emits: ['nominationCancelled', 'nominationsEmptied'],
    input: z.strictObject({ nomination, reason: FreeText }),
    about: 'nomination',
  },
  noteWithdrawn: {
    by: ['process'],
    from: ['nominating', 'finished'],
    emits: ['nominationWithdrawn', 'nominationsEmptied'],
    input: z.strictObject({ nomination, by: z.enum([...senders, 'office']) }),
  },
  returnNomination: {
    by: office,
    from: ['nominating', 'finished'],
    emits: ['nominationReturned'],
    input: z.strictObject({ nomination, reason: FreeText }),
    about: 'nomination',
  },
  finish: {
    by: nominators,
    from: ['nominating'],
    emits: ['extensionWithdrawn', 'nominationsFinished'],
    input: z.strictObject({}),
  },
  reopenNominations: {
    by: nominators,
    from: ['finished'],
    emits: ['nominationsBegun', 'nominationsEmptied'],
    input: z.strictObject({}),
  },
} as const satisfies Rows<ParticipationPart, ParticipationStatus, keyof ParticipationEvents>
