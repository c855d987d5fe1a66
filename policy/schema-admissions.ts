import { z } from 'zod'
import { mostAtOnce } from '../domain/participation/nominations/commands.ts'
import { datesIn, templateDates } from '../domain/cycle/dates.ts'
import { MonthDay } from './schema-scalars.ts'

const TemplateDay = z.strictObject({ day: MonthDay, years: z.int().min(-2).max(2) })
const ofExchange = {
  opensOn: TemplateDay,
  nominationsCloseOn: TemplateDay,
  dossiersCloseOn: TemplateDay,
  eligibilityBy: TemplateDay,
  juryOn: TemplateDay,
  resultsOn: TemplateDay,
  answerBy: TemplateDay,
  arrivalOn: TemplateDay,
}

// A year without 29 February: no day of every year is another in a leap year.
const anyYear = 2027

function inOrder(
  template: Parameters<typeof templateDates>[0],
  context: z.core.$RefinementCtx<Parameters<typeof templateDates>[0]>,
): void {
  const dates = datesIn(templateDates(template, anyYear))
  for (const [index, [date, on]] of dates.entries()) {
    const before = dates[index - 1]
    if (before && on < before[1])
      context.addIssue({ code: 'custom', path: [date], message: `comes before ${before[0]}` })
  }
}

const OfExchange = z.strictObject(ofExchange).superRefine(inOrder)
/** S17: an interview comes before any admission to a degree programme. */
const OfDegree = z
  .strictObject({ ...ofExchange, interviewsFromOn: TemplateDay, interviewsUntilOn: TemplateDay })
  .superRefine(inOrder)

export const Admissions = z.strictObject({
  standingNominations: z.int().min(1).max(mostAtOnce),
  templates: z.strictObject({
    engineer: OfDegree,
    master: OfDegree,
    exchange: z.strictObject({ autumn: OfExchange, spring: OfExchange }),
  }),
})
