import { z } from 'zod'
import { cycleStatuses, populations, terms } from '../../domain/cycle/cycle.ts'
import { cycleDates } from '../../domain/cycle/dates.ts'
import { origins } from '../../domain/cycle/origins.ts'
import { pipelineSteps } from '../../domain/cycle/pipeline.ts'
import { participationStatuses } from '../../domain/participation/participation.ts'
import { Partner, WaitView } from './plan.ts'
import { coded, Day, Moment, pageOf, Text } from './scalars.ts'

/** `'2028-exchange-autumn'` */
export const CycleKey = z
  .string()
  .regex(new RegExp(`^\\d{4}-(?:${populations.join('|')})(?:-(?:${terms.join('|')}))?$`))

const finalOn = Day.meta({ description: 'The day that counts, after weekends, holidays and closures (R1).' })
const date = coded(z.enum(cycleDates))

const OwnDate = z.object({ date, on: Day, finalOn })

const ComparedDate = OwnDate.extend({
  from: coded(z.enum(origins)).meta({ description: 'Where it comes from.' }),
  template: Day.nullable().meta({ description: 'What the policy proposed.' }),
  lastYear: Day.nullable().meta({ description: 'The same day as the year before, where there was a cycle.' }),
})

export const CycleView = z
  .object({
    key: z.string(),
    seq: z.int(),
    name: z.string(),
    firstYear: z.int().meta({ description: 'The academic year, as its first year.' }),
    population: z.enum(populations),
    term: z.enum(terms).nullable().meta({ description: 'Of an exchange alone.' }),
    status: coded(z.enum(cycleStatuses)),
    dates: z.array(ComparedDate).meta({ description: 'In order; those of interviews are of degrees alone.' }),
    followed: z.string().nullable().meta({ description: 'The key of the cycle of the year before that it follows.' }),
    programmes: z.array(z.object({ programme: z.string(), dates: z.array(OwnDate) })),
    countries: z
      .array(z.object({ country: z.string(), name: z.string(), dates: z.array(OwnDate) }))
      .meta({ description: 'What the partners of a country may send later (R5).' }),
    openedAt: Moment.nullable(),
    proposedMove: OwnDate.extend({
      from: Day.meta({ description: 'The day that was announced, as stated.' }),
      country: z.string().nullable(),
      programme: z.string().nullable(),
      reason: Text.nullable(),
      proposer: z.string().meta({ description: 'Whoever confirms it is somebody else.' }),
      by: Day.meta({ description: 'Until when somebody else answers.' }),
    })
      .nullable()
      .meta({ description: 'A date that is to come earlier than announced, and stands as announced until confirmed.' }),
    participations: z.array(z.object({ status: coded(z.enum(participationStatuses)), partners: z.int() })).meta({
      description: 'How many of the invited partners stand how; who could not be reached is not silent (R10).',
    }),
    pipeline: z
      .array(
        z.object({
          step: coded(z.enum(pipelineSteps)),
          dossiers: z.array(z.object({ key: z.string(), partner: Partner, since: Moment, href: z.string() })),
        }),
      )
      .meta({
        description: 'Its dossiers by step, those first that have stood there longest; a step without any is left out.',
      }),
    unsent: z
      .array(
        z.object({ on: Day, dossiers: z.array(z.object({ key: z.string(), partner: Partner, href: z.string() })) }),
      )
      .meta({ description: 'Dossiers that were never sent by a day: closed once an officer confirms it (R9).' }),
    waits: z.array(WaitView),
    may: z.array(z.string()).meta({ description: 'The commands you may give it now.' }),
  })
  .meta({ id: 'Cycle' })

const CycleLine = CycleView.pick({
  key: true,
  name: true,
  firstYear: true,
  population: true,
  term: true,
  status: true,
}).extend({
  href: z.string(),
  next: WaitView.nullable().meta({ description: 'What is waited for first.' }),
})
export const CyclePage = pageOf(CycleLine)
