import { z } from 'zod'
import { CycleKey } from './cycle.ts'
import { channels, nominationStates } from '../../domain/participation/nominations/nomination.ts'
import { Partner } from './plan.ts'
import { Programme } from './programme.ts'
import { CandidateView } from './register/candidate.ts'
import { coded, Day, Moment, pageOf, Text, ListQuery } from './scalars.ts'

const Candidate = z.object({
  id: z.string(),
  who: CandidateView.omit({ may: true })
    .nullable()
    .meta({ description: 'Null for whoever may not see who candidates are.' }),
})

/** One nomination of a partner, with what is said of the candidate (S17, S18). */
export const NominationView = z
  .object({
    nomination: z.string(),
    rank: z
      .int()
      .nullable()
      .meta({ description: 'Its place among those that stand, from 1; null once it is cancelled.' }),
    state: coded(z.enum(nominationStates)),
    candidate: Candidate,
    wishes: z.array(Programme).meta({ description: 'The most wanted first.' }),
    channel: coded(z.enum(channels)),
    statement: Text.meta({ description: 'Null where there is none, or it is not for whoever reads.' }),
    at: Moment,
    returned: z
      .object({ since: Moment, finalOn: Day, reason: Text })
      .nullable()
      .meta({ description: 'Until when it is to be corrected, and why.' }),
    cancelled: Text.meta({ description: 'Why it was cancelled.' }),
    replaces: z.string().nullable(),
    replacedBy: z.string().nullable(),
    may: z.array(z.string()).meta({ description: 'The commands you may give on it now.' }),
  })
  .meta({ id: 'Nomination' })

/** How many there are of what: one number limits nominations, the other none (S17). */
export const NominationNumbers = z
  .object({
    nominated: z.int().meta({ description: 'How many nominations stand.' }),
    places: z.int().nullable().meta({
      description: 'What the agreements have for that arrival; it limits admission alone. Null where none is in force.',
    }),
    programmes: z.array(
      Programme.extend({
        nominated: z.int().meta({ description: 'Those that wish it first.' }),
        nominationLimit: z.int().nullable().meta({ description: 'How many may; null without a limit.' }),
      }),
    ),
  })
  .meta({ id: 'NominationNumbers' })

export const NominationsQuery = ListQuery.extend({
  cycle: CycleKey.optional().meta({ description: 'Those of one cycle, by its key.' }),
})

const NominationLine = NominationView.omit({
  may: true,
  returned: true,
  cancelled: true,
  replacedBy: true,
  replaces: true,
}).extend({
  participation: z.string(),
  cycle: z.object({ key: z.string(), name: z.string() }),
  partner: Partner,
  also: z
    .array(z.object({ participation: z.string(), nomination: z.string(), partner: Partner, href: z.string() }))
    .meta({ description: 'Other nominations of the same person in this cycle: a candidate counts once.' }),
  href: z.string(),
})
/** The nominations that stand, those of each partner together and in their order. */
export const NominationPage = pageOf(NominationLine)
