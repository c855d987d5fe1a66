import { z } from 'zod'
import { renewalDeciders } from '../../domain/agreement/agreement.ts'
import { populations, terms } from '../../domain/cycle/cycle.ts'
import { cycleDates } from '../../domain/cycle/dates.ts'
import { measures } from '../../domain/measures.ts'
import { askEffects } from '../../domain/dossier/pieces.ts'
import { pieceSources } from '../../domain/dossier/required.ts'
import { readerKinds } from '../../domain/policy.ts'
import { weekdays } from '../../domain/time.ts'
import { ladderKinds } from '../../domain/wait.ts'
import { coded, Day } from './scalars.ts'

const StatementId = z.string().meta({ description: 'S1 to S19.' })
const LocalTime = z.string().meta({ description: 'By the clock of the reader, `08:30`.' })
const dated = { fromOn: Day, untilOn: Day.optional(), source: StatementId }
const countries = z.array(z.string()).meta({ description: 'ISO 3166-1 alpha-2.' })
const counted = z.int().meta({ description: 'Counted now.' })

const Statement = z
  .object({
    id: StatementId,
    text: z.string(),
    since: Day,
    source: z.string(),
    carriedBy: z
      .array(z.object({ kind: z.enum(['policy', 'register', 'code', 'narrative']), what: z.string() }))
      .meta({ description: 'The rule, the field or the file that carries it, or why nothing does.' }),
  })
  .meta({ id: 'Statement' })

const Claim = z
  .object({ measure: coded(z.enum(measures)), stated: z.int(), statedOn: Day, statement: StatementId, counted })
  .meta({ id: 'Claim' })

const Axis = z
  .object({
    id: z.string(),
    text: z.string(),
    source: StatementId,
    targets: z.array(
      z.object({
        id: z.string(),
        percent: z.number(),
        statedOn: Day,
        countedOn: z.string().meta({ description: 'The day of each year as of which it is counted, `08-31`.' }),
        population: z.string(),
        numerator: z.string(),
        denominator: z.string().nullable().meta({ description: 'Null: the text gives none and none is made up.' }),
      }),
    ),
  })
  .meta({ id: 'Axis' })

const Rung = z.object({
  days: z.int().meta({ description: 'Calendar days from the effective date, negative before it.' }),
  to: z.string(),
  opens: z.boolean().meta({ description: 'From then on this part may act too.' }),
  every: z.int().nullable().meta({ description: 'Repeats after so many days.' }),
})

/** Who is asked to decide on an agreement's renewal, so many months before its end. */
const RenewalStep = z.object({ months: z.int(), of: z.enum(renewalDeciders) })

const Sending = z
  .object({
    digestAt: LocalTime,
    digestUntil: LocalTime,
    cadence: z.array(
      z.object({
        reader: coded(z.enum(readerKinds)),
        days: z.union([z.literal('everyWorkingDay'), z.array(z.enum(weekdays))]),
      }),
    ),
    urgentFrom: LocalTime,
    urgentUntil: LocalTime,
    urgentKinds: z.array(z.string()).meta({ description: 'Kinds of notice that go on any day between these times.' }),
  })
  .meta({ id: 'Sending' })

const DossierRules = z
  .object({
    pieces: z.array(coded(z.string()).extend({ from: z.enum(pieceSources) })),
    required: z.array(z.object({ population: z.enum(populations), pieces: z.array(z.string()) })).meta({
      description: 'What a dossier of each population needs; programmes may need more.',
    }),
    reasons: z.array(coded(z.string())).meta({ description: 'Why a document is refused, or asked again.' }),
    takeBackMinutes: z.int(),
    acknowledgeWorkingDays: z.int(),
    checkWorkingDays: z.int(),
    closingWorkingDays: z.int(),
    reopenWorkingDays: z.int(),
    askWorkingDays: z.array(z.object({ effect: coded(z.enum(askEffects)), workingDays: z.int() })),
    retention: z.object({ years: z.record(z.enum(populations), z.int()), actWorkingDays: z.int() }).meta({
      description: 'Years for which what is held of a candidate is kept (R15), and days in which it is erased.',
    }),
  })
  .meta({ id: 'DossierRules' })

/** The rules of the day, and the school's statements they come from. */
export const PolicyView = z
  .object({
    version: z.string().meta({ description: 'Stands in every ledger entry that was decided by it.' }),
    statements: z.array(Statement),
    claims: z.array(Claim).meta({ description: 'Numbers as they were stated, beside what is counted.' }),
    disagreements: z.array(z.object({ between: z.array(StatementId), text: z.string() })),
    counts: z
      .object({
        partners: z.int(),
        partnerships: z.int(),
        strategic: z.int(),
        complete: z.int(),
        agreements: z.int(),
        plans: z.int(),
      })
      .meta({
        description:
          'What the register and the files hold today; prospects and ended relations are no partnerships, and agreements are exchanges in force.',
      }),
    axes: z.array(Axis),
    criteria: z.array(z.object({ id: z.string(), partOf: z.string().nullable(), name: z.string() })),
    targeting: z.array(z.object({ target: z.string(), zone: z.string().optional(), countries, ...dated })),
    channels: z.array(
      z.object({ channel: z.string(), with: z.string().optional(), countries: countries.nullable(), ...dated }),
    ),
    interviewMissions: z.array(z.object({ countries, ...dated })),
    labels: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        programmes: z.array(z.string()).nullable().meta({ description: 'What it covers; null: the whole school.' }),
        sinceOn: Day,
        precision: z.enum(['day', 'month', 'year']),
        untilOn: Day.nullable().meta({ description: 'Its last day; null: nobody has stated it.' }),
        validityYears: z.int().nullable(),
        source: StatementId,
        criteria: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
    rankings: z.array(
      z.object({
        id: z.string(),
        body: z.string(),
        year: z.int(),
        rank: z.int(),
        population: z.string(),
        source: StatementId,
      }),
    ),
    ladders: z.array(z.object({ kind: z.enum(ladderKinds), rungs: z.array(Rung) })),
    deadlines: z.record(z.string(), z.union([z.int(), z.record(z.string(), z.int()), z.array(RenewalStep)])).meta({
      description:
        'Terms, by their code: school working days, months or seconds, as the code ends; and the steps of a renewal.',
    }),
    admissions: z
      .array(
        z.object({
          population: z.enum(populations),
          term: z.enum(terms).nullable(),
          dates: z.array(
            z.object({
              date: coded(z.enum(cycleDates)),
              day: z.string().meta({ description: 'A day of every year, `10-01`.' }),
              years: z.int().meta({ description: 'Calendar years from the first one of the academic year.' }),
            }),
          ),
        }),
      )
      .meta({ description: 'The dates that an admission cycle begins with where there is none of the year before.' }),
    dossiers: DossierRules,
    sending: Sending,
  })
  .meta({ id: 'Policy' })
