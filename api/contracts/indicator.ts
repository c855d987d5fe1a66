import { z } from 'zod'
import { coverages } from '../../domain/indicators/coverage.ts'
import { breakdowns, indicatorIds } from '../../domain/indicators/indicators.ts'
import { pillars } from '../../domain/policy.ts'
import { coded, Day } from './scalars.ts'

const share = {
  numerator: z.int(),
  denominator: z.int(),
  value: z.number().nullable().meta({ description: 'From 0 to 1; null where there is nothing to count.' }),
}

/** One number, with how it was reckoned, of whom and when. */
const Indicator = z
  .object({
    id: z.enum(indicatorIds),
    name: z.string(),
    ...share,
    formula: z.string().meta({ description: 'The numerator over the denominator, in words.' }),
    population: z.string(),
    asOf: Day,
    by: z.array(
      z.object({
        breakdown: z.enum(breakdowns),
        shares: z.array(z.object({ key: z.string(), words: z.string(), ...share })),
      }),
    ),
    href: z.string().meta({ description: 'The list behind it.' }),
  })
  .meta({ id: 'Indicator' })

const IndicatorItem = z
  .object({
    name: z.string(),
    href: z.string(),
    met: z.boolean().meta({ description: 'Whether it counts in the numerator, too.' }),
    milestone: z.string().nullable(),
    year: z.int().nullable().meta({ description: 'The academic year, as its first year.' }),
    pillar: coded(z.enum(pillars)).nullable(),
    centre: z.string().nullable(),
    coverage: coded(z.enum(coverages)).nullable(),
  })
  .meta({ id: 'IndicatorItem' })

export const Indicators = z.object({ items: z.array(Indicator) }).meta({ id: 'Indicators' })

/** An indicator with the list behind it. */
export const IndicatorList = Indicator.extend({
  items: z.array(IndicatorItem),
  hidden: z.int().meta({ description: 'How many more were counted, in files that do not concern you.' }),
}).meta({ id: 'IndicatorList' })
