import { z } from 'zod'
import { closeSources } from '../../domain/cycle/overrides.ts'
import { channels } from '../../domain/participation/nominations/nomination.ts'
import { dossierStatuses } from '../../domain/dossier/dossier.ts'
import { askEffects, pieceStates } from '../../domain/dossier/pieces.ts'
import { laterStages } from '../../domain/dossier/road.ts'
import { senders } from '../../domain/register/programme.ts'
import { Id } from '../../domain/text.ts'
import { CycleKey } from './cycle.ts'
import { AttachedView } from './document.ts'
import { Partner, WaitView } from './plan.ts'
import { Programme } from './programme.ts'
import { coded, Day, FilesQuery, Moment, pageOf, Text } from './scalars.ts'

const sentBy = coded(z.enum([...senders, 'office']))
const named = coded(z.string()).meta({ description: 'As the policy calls it.' })
const finalOn = Day.meta({ description: 'The day that counts, after weekends, holidays and closures (R1).' })
const Reasoned = z.object({
  reason: named,
  note: Text.meta({
    description: 'What was written beside it; null where nothing was, for whoever may not read it, or once erased.',
  }),
})

const Version = z.object({
  document: AttachedView.nullable().meta({ description: 'Null for whoever may not read what candidates hand in.' }),
  by: sentBy,
  at: Moment,
})

const PieceView = z
  .object({
    piece: named,
    from: coded(z.enum(senders)).meta({ description: 'Who deposits it (R16).' }),
    state: coded(z.enum(pieceStates)),
    versions: z.array(Version).meta({ description: 'All of them, the last one last.' }),
    refusal: Reasoned.nullable(),
    notConcerned: Text.meta({ description: 'Why it does not concern the candidate, where somebody said so.' }),
    asked: Reasoned.extend({
      effect: coded(z.enum(askEffects)),
      stage: coded(z.enum(laterStages)).nullable().meta({ description: 'The later stage that it blocks.' }),
      by: Day,
      finalOn,
    })
      .nullable()
      .meta({ description: 'That it is asked again, with a day of its own.' }),
    may: z.array(z.string()).meta({ description: 'The commands you may give on it now.' }),
  })
  .meta({ id: 'DossierPiece' })

export const DossierView = z
  .object({
    key: z.string().meta({ description: 'Its register number.' }),
    seq: z.int(),
    name: z.string(),
    cycle: z.object({ key: z.string(), name: z.string(), href: z.string() }),
    participation: z.object({ key: z.string(), href: z.string() }),
    partner: Partner,
    candidate: z.string().meta({ description: 'An id of the register, which says nothing of them.' }),
    wishes: z.array(Programme).meta({ description: 'The programmes that are wished for, the first first.' }),
    channel: coded(z.enum(channels)).meta({ description: 'How the candidate was found (S18).' }),
    sentBy: coded(z.enum(senders)).meta({ description: 'Who is to send it (R16).' }),
    status: coded(z.enum(dossierStatuses)),
    closes: z
      .object({ on: Day, finalOn, from: coded(z.enum(closeSources)) })
      .nullable()
      .meta({ description: 'Until when it may be sent, and why: the latest of the days that hold for it (R5).' }),
    sent: z
      .object({
        at: Moment,
        by: sentBy,
        takeBackUntil: Moment.nullable().meta({
          description: 'Until when it may be taken back; null once that is over.',
        }),
      })
      .nullable(),
    unsentOn: Day.nullable().meta({
      description: 'Never sent by that day: it is closed once an officer confirms the list of those (R9).',
    }),
    pieces: z.array(PieceView),
    missing: z.array(named).meta({
      description: 'What is still to come: never deposited, or asked again. Nothing of one that was withdrawn.',
    }),
    withdrawn: z
      .object({
        at: Moment,
        by: sentBy.nullable().meta({ description: 'Who withdrew it; null where its nomination was withdrawn.' }),
        reason: Text.meta({
          description: 'Why, where somebody said so; null for whoever may not read it, or once erased.',
        }),
      })
      .nullable()
      .meta({ description: 'That it was withdrawn, by whom and why.' }),
    waits: z.array(WaitView),
    may: z.array(z.string()).meta({ description: 'The commands you may give it now.' }),
  })
  .meta({ id: 'Dossier' })

const DossierLine = DossierView.pick({
  key: true,
  name: true,
  cycle: true,
  partner: true,
  wishes: true,
  status: true,
  closes: true,
  missing: true,
}).extend({
  href: z.string(),
  next: WaitView.nullable().meta({ description: 'What is waited for first.' }),
})
export const DossierPage = pageOf(DossierLine)

/** What dossiers are narrowed to, in lists and in archives. */
export const DossiersNarrowed = z.strictObject({
  status: z.enum(dossierStatuses).optional(),
  programme: Id.optional().meta({ description: 'Those that wish for it, first or not.' }),
  partner: Id.optional().meta({ description: 'Those whom it nominated.' }),
})

export const DossiersQuery = FilesQuery.extend({
  cycle: CycleKey.optional().meta({ description: 'Those of one cycle, by its key.' }),
  ...DossiersNarrowed.shape,
})
