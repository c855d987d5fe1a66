import { z } from 'zod'
import { populations } from '../domain/cycle/cycle.ts'
import { askEffects } from '../domain/dossier/pieces.ts'
import { neverDeposited, pieceSources } from '../domain/dossier/required.ts'
import { Id } from '../domain/text.ts'
import { Named } from './schema-scalars.ts'

const workingDays = z.int().min(1).max(100)

/** What the dossiers of candidates need, and how long is given for what is owed of them. */
export const Dossiers = z
  .strictObject({
    pieces: z.record(Id, z.strictObject({ name: Named, from: z.enum(pieceSources) })),
    required: z.record(z.enum(populations), z.array(Id).min(1)),
    reasons: z.record(Id, Named),
    takeBackMinutes: z.int().min(1).max(1440),
    acknowledgeWorkingDays: workingDays,
    checkWorkingDays: workingDays,
    closingWorkingDays: workingDays,
    askWorkingDays: z.record(z.enum(askEffects), workingDays),
    reopenWorkingDays: workingDays,
    retention: z.strictObject({
      years: z.record(z.enum(populations), z.int().min(1).max(100)),
      actWorkingDays: workingDays,
    }),
  })
  .superRefine(({ pieces, required, reasons }, context) => {
    for (const [population, codes] of Object.entries(required))
      for (const [index, code] of codes.entries())
        if (!Object.hasOwn(pieces, code))
          context.addIssue({ code: 'custom', path: ['required', population, index], message: `no piece ${code}` })
    if (!Object.hasOwn(reasons, neverDeposited))
      context.addIssue({ code: 'custom', path: ['reasons'], message: `${neverDeposited} is said of what never came` })
  })
