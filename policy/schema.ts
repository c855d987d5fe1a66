import { z } from 'zod'
import { agreementStages, renewalDeciders } from '../domain/agreement/agreement.ts'
import { labelStages } from '../domain/label/label.ts'
import { languages } from '../domain/language.ts'
import { noticeKinds } from '../domain/notices.ts'
import { isOrdered } from '../domain/period.ts'
import { contactRoles } from '../domain/register/contact.ts'
import { roles } from '../domain/roster.ts'
import { readerKinds } from '../domain/policy.ts'
import { CivilDate, weekdays } from '../domain/time.ts'
import { ladderKinds } from '../domain/wait.ts'
import { Admissions } from './schema-admissions.ts'
import { Closures, Country, Ladder, OwnHolidays } from './schema-calendar.ts'
import { Dossiers } from './schema-dossiers.ts'
import { Labels, Programmes } from './schema-programmes.ts'
import { Axes, Criteria, Statements } from './schema-statements.ts'
import { Code, CountryCode, LocalTime, Slug, StatementId, Text, Zone, ordered } from './schema-scalars.ts'

const Targeting = z
  .strictObject({
    target: z.enum(['imtDeveloped', 'ownPriority']),
    /** S6 names its countries by zone; it gives two of them as zones only. */
    zone: Code.exactOptional(),
    countries: z.array(CountryCode).min(1),
    fromOn: CivilDate,
    untilOn: CivilDate.exactOptional(),
    source: Text,
  })
  .refine(isOrdered, ordered)

/** How candidates are found (S18): with or without a campaign; without `countries`, everywhere. */
const Channel = z
  .strictObject({
    channel: z.enum(['jointCampaign', 'ownCampaign', 'partnerContact']),
    with: Text.exactOptional(),
    countries: z.array(CountryCode).min(1).exactOptional(),
    fromOn: CivilDate,
    untilOn: CivilDate.exactOptional(),
    source: StatementId,
  })
  .refine(isOrdered, ordered)

/** Where interviews are held on site (S17). */
const InterviewMissions = z
  .strictObject({
    countries: z.array(CountryCode).min(1),
    fromOn: CivilDate,
    untilOn: CivilDate.exactOptional(),
    source: StatementId,
  })
  .refine(isOrdered, ordered)

const Mandate = z
  .strictObject({
    role: z.enum(roles),
    centre: Slug.exactOptional(),
    fromOn: CivilDate,
    untilOn: CivilDate.exactOptional(),
  })
  .refine(isOrdered, ordered)
  .refine(({ role, centre }) => (role === 'centreHead' || role === 'centreDeputy') === (centre !== undefined), {
    path: ['centre'],
    message: 'a research centre belongs to its head and its deputy, and to no other role',
  })

const Absence = z
  .strictObject({ fromOn: CivilDate, untilOn: CivilDate, delegate: Slug.exactOptional() })
  .refine(isOrdered, ordered)

const Person = z.strictObject({
  id: Slug,
  email: z.email(),
  language: z.enum(languages),
  mandates: z.array(Mandate),
  absences: z.array(Absence).default([]),
})

const Contact = z.strictObject({ email: z.email(), language: z.enum(languages), role: z.enum(contactRoles) })
const Partner = z.strictObject({
  id: Slug,
  name: Text,
  country: CountryCode,
  zone: Zone.exactOptional(),
  /** Its web domains, as the directory has them. */
  domains: z.array(Text).default([]),
  contacts: z.array(Contact).default([]),
})
const Centre = z.strictObject({ id: Slug, name: Text })

/** On which days of the week a digest may go, among the reader's working days. */
const Cadence = z.union([z.literal('everyWorkingDay'), z.array(z.enum(weekdays)).min(1)], {
  error: 'expected everyWorkingDay, or days of the week such as [tuesday, thursday]',
})

/** What each file of the policy holds. */
export const shapes = {
  'school.yaml': z.strictObject({ country: CountryCode, zone: Zone }),
  // Every kind must be there, if only as []: a ladder that is forgotten is a reminder that nobody gets.
  'reminders.yaml': z.strictObject({ ladders: z.record(z.enum(ladderKinds), Ladder) }),
  'deadlines.yaml': z.strictObject({
    approvalWorkingDays: z.int().min(1).max(100),
    validationWorkingDays: z.int().min(1).max(100),
    revisionWorkingDays: z.int().min(1).max(100),
    redateWorkingDays: z.int().min(1).max(100),
    evidenceWorkingDays: z.int().min(1).max(100),
    partnerOpinionWorkingDays: z.int().min(1).max(100),
    labelRenewalMonths: z.int().min(1).max(60),
    labelWorkingDays: z.record(z.enum(labelStages), z.int().min(1).max(400)),
    agreementWorkingDays: z.record(z.enum(agreementStages), z.int().min(1).max(400)),
    agreementRenewal: z
      .array(z.strictObject({ months: z.int().min(1).max(60), of: z.enum(renewalDeciders) }))
      .min(1)
      .refine((steps) => steps.every(({ months }, index) => months < (steps[index - 1]?.months ?? Infinity)), {
        message: 'the earliest step first: each has fewer months than the one before',
      }),
    nominationCorrectionWorkingDays: z.int().min(1).max(100),
    settlingWorkingDays: z.int().min(1).max(100),
    newContactWorkingDays: z.int().min(1).max(100),
    earlierDateWorkingDays: z.int().min(1).max(100),
    extensionWorkingDays: z.int().min(1).max(100),
    departureNoticeDays: z.int().min(1).max(1000),
    confirmationWorkingDays: z.int().min(1).max(100),
    linkDays: z.int().min(1).max(366),
    graceSeconds: z.int().min(0).max(3600),
  }),
  'sending.yaml': z
    .strictObject({
      digestAt: LocalTime,
      digestUntil: LocalTime,
      cadence: z.record(z.enum(readerKinds), Cadence),
      urgentFrom: LocalTime,
      urgentUntil: LocalTime,
      urgentKinds: z.array(z.enum(noticeKinds)),
    })
    .refine(({ digestAt, digestUntil }) => digestAt < digestUntil, {
      path: ['digestUntil'],
      message: 'ends before it begins',
    })
    .refine(({ urgentFrom, urgentUntil }) => urgentFrom < urgentUntil, {
      path: ['urgentUntil'],
      message: 'ends before it begins',
    }),
  'closures.yaml': z.strictObject({ years: Closures }),
  'countries.yaml': z.strictObject({
    targeting: z.array(Targeting),
    criteria: Criteria,
    channels: z.array(Channel).min(1),
    interviewMissions: z.array(InterviewMissions),
    countries: z.record(CountryCode, Country),
  }),
  'centres.yaml': z.strictObject({ centres: z.array(Centre).min(1) }),
  'people.yaml': z.strictObject({ people: z.array(Person).min(1) }),
  'partners.yaml': z.strictObject({ partners: z.array(Partner) }),
  'programmes.yaml': Programmes,
  'admissions.yaml': Admissions,
  'dossiers.yaml': Dossiers,
  'labels.yaml': Labels,
  'statements.yaml': Statements,
  'axes.yaml': Axes,
} as const

/** All files together; the holiday files by country. */
export const Files = z.object({ ...shapes, holidays: z.record(z.string(), OwnHolidays) })
export type Files = z.output<typeof Files>

/** The files that are sound so far: what refers to one that is not, is not judged. */
export const SoundFiles = Files.partial()
export type SoundFiles = z.output<typeof SoundFiles>

export type Targeting = z.output<typeof Targeting>
export type Channel = z.output<typeof Channel>
export type InterviewMissions = z.output<typeof InterviewMissions>
export type Centre = z.output<typeof Centre>
export type Person = z.output<typeof Person>
export type Contact = z.output<typeof Contact>
