import { z } from 'zod'
import { dossierStatuses } from '../dossier/dossier.ts'
import type { NamedFault } from '../input.ts'
import { participationStatuses } from '../participation/participation.ts'
import type { Rows } from '../process.ts'
import { FreeText, Id } from '../text.ts'
import { CivilDate, NearDay } from '../time.ts'
import { cycleDates } from './dates.ts'
import { terms, type CycleEvents, type CyclePart, type CycleStatus } from './cycle.ts'

const firstYear = z.int().min(2000).max(2070)
const day = NearDay.optional()
const Country = z.string().regex(/^[A-Z]{2}$/, 'country_form' satisfies NamedFault)
const ofProgramme = {
  nominationsCloseOn: day,
  dossiersCloseOn: day,
  eligibilityBy: day,
  interviewsFromOn: day,
  interviewsUntilOn: day,
  juryOn: day,
  resultsOn: day,
  answerBy: day,
  arrivalOn: day,
}
const ofCountry = { nominationsCloseOn: day, dossiersCloseOn: day }
const overrides = z.strictObject({
  programmes: z.array(z.strictObject({ programme: Id, dates: z.strictObject(ofProgramme) })).max(50),
  countries: z.array(z.strictObject({ country: Country, dates: z.strictObject(ofCountry) })).max(200),
})

/** Those that are announced once it is open. */
const announcedDates = cycleDates.filter((date) => date !== 'opensOn')
const office = ['officer', 'headOfOffice'] as const
const announced = ['open', 'nominationsClosed', 'dossiersClosed'] as const
/** A dossier's register number: `'00017'`. */
const DossierKey = z.string().regex(/^\d{5}$/)

/** What may be asked of an admission cycle: by whom, when, with what, and what may come of it (S17). */
export const cycleCommands = {
  prepare: {
    by: office,
    from: ['none', 'cancelled', 'archived'],
    emits: ['prepared'],
    input: z.discriminatedUnion('population', [
      z.strictObject({ firstYear, population: z.literal('engineer') }),
      z.strictObject({ firstYear, population: z.literal('master') }),
      z.strictObject({ firstYear, population: z.literal('exchange'), term: z.enum(terms) }),
    ]),
  },
  setDates: {
    by: office,
    from: ['prepared'],
    emits: ['datesSet'],
    input: z.strictObject({
      /** Those that change. */
      dates: z.strictObject({ opensOn: day, ...ofProgramme }).default({}),
      /** All there are to be from now on; without them, those there are stay. */
      overrides: overrides.optional(),
    }),
    replaces: true,
  },
  open: { by: office, from: ['prepared'], emits: ['opened'], input: z.strictObject({}) },
  invite: {
    by: office,
    from: ['open'],
    emits: ['invited'],
    input: z.strictObject({
      partners: z
        .array(
          z.strictObject({
            partner: Id,
            /** Why it is invited; needed where it is not invitable (R8, S10). */
            reason: FreeText.optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
  },
  moveDeadline: {
    by: office,
    from: announced,
    emits: ['deadlineMoved', 'moveProposed', 'nominationsReopened', 'dossiersReopened'],
    input: z.strictObject({
      date: z.enum(announcedDates),
      to: NearDay,
      reason: FreeText,
      /** For the partners of that country alone. */
      country: Country.optional(),
      /** For that programme alone. */
      programme: Id.optional(),
    }),
    replaces: true,
  },
  confirmMove: {
    by: ['secondPerson'],
    from: announced,
    emits: ['deadlineMoved', 'nominationsReopened', 'dossiersReopened'],
    input: z.strictObject({}),
    replaces: true,
  },
  refuseMove: {
    by: office,
    from: announced,
    emits: ['moveRefused'],
    input: z.strictObject({ reason: FreeText.optional() }),
  },
  noteParticipation: {
    by: ['process'],
    from: [...announced, 'cancelled', 'archived'],
    emits: ['participationNoted'],
    input: z.strictObject({ partner: z.string(), status: z.enum(participationStatuses) }),
  },
  closeNominations: { by: ['clock'], from: ['open'], emits: ['nominationsClosed'], input: z.strictObject({}) },
  closeDossiers: {
    by: ['clock'],
    from: ['nominationsClosed'],
    emits: ['dossiersClosed'],
    input: z.strictObject({}),
  },
  noteDossier: {
    by: ['process'],
    from: [...announced, 'cancelled', 'archived'],
    emits: ['dossierNoted'],
    input: z.strictObject({
      dossier: DossierKey,
      partner: z.string(),
      status: z.enum(dossierStatuses).exclude(['none']),
    }),
  },
  noteUnsent: {
    by: ['process'],
    from: announced,
    emits: ['unsentNoted'],
    input: z.strictObject({ dossier: DossierKey, on: CivilDate }),
  },
  confirmClosing: {
    by: office,
    from: announced,
    emits: ['closingConfirmed'],
    input: z.strictObject({
      /** The day by which they were to be sent. */
      on: NearDay,
      /** Those of its list that are closed; the others stay on it. */
      dossiers: z.array(DossierKey).min(1).max(2000),
    }),
  },
  cancel: {
    by: ['headOfOffice'],
    from: ['prepared', ...announced],
    emits: ['cancelled'],
    input: z.strictObject({ reason: FreeText }),
  },
  archive: { by: [...office, 'clock'], from: ['cancelled'], emits: ['archived'], input: z.strictObject({}) },
} as const satisfies Rows<CyclePart, CycleStatus, keyof CycleEvents>
