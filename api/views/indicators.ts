import type { z } from 'zod'
import { coverages } from '../../domain/indicators/coverage.ts'
import {
  breakdowns,
  countedBy,
  indicatorIds,
  shareOf,
  sharesBy,
  type Breakdown,
  type Counted,
  type IndicatorId,
} from '../../domain/indicators/indicators.ts'
import { todayOf } from '../../domain/moment.ts'
import type { Stored } from '../../domain/process.ts'
import { processOf } from '../../domain/processes.ts'
import { listLabels, listPlans } from '../../store/typed.ts'
import { base, hrefOf } from '../address.ts'
import type { IndicatorList, Indicators } from '../contracts/indicator.ts'
import { partiesMeet } from '../session/access.ts'
import type { LabelFile } from './label.ts'
import type { PlanFile } from './plan.ts'
import type { Viewing } from './viewing.ts'

type View = z.output<typeof Indicators>['items'][number]
type Item = z.output<typeof IndicatorList>['items'][number]
interface Read {
  readonly plans: readonly PlanFile[]
  readonly labels: readonly LabelFile[]
}

// The same number for everyone: it is reckoned of all files, whomever they concern.
const readAll = async ({ store }: Viewing): Promise<Read> => {
  const [plans, labels] = await Promise.all([listPlans(store), listLabels(store)])
  return { plans, labels }
}

/** Every indicator as of now. */
export async function indicatorsView(viewing: Viewing): Promise<z.output<typeof Indicators>> {
  const files = await readAll(viewing)
  return { items: indicatorIds.map((id) => viewOf(id, countedBy[id](files, viewing), viewing)) }
}

/** One indicator with the list behind it: what concerns the reader, and how much more was counted. */
export async function indicatorList(id: IndicatorId, viewing: Viewing): Promise<z.output<typeof IndicatorList>> {
  const files = await readAll(viewing)
  const counted = countedBy[id](files, viewing)
  const items = counted.flatMap((one) => itemOf(one, { files, viewing }) ?? [])
  return { ...viewOf(id, counted, viewing), items, hidden: counted.length - items.length }
}

/** The name of an indicator, if it is one. */
export const indicatorNamed = (name: string): IndicatorId | undefined => indicatorIds.find((id) => id === name)

const viewOf = (id: IndicatorId, counted: readonly Counted[], viewing: Viewing): View => ({
  id,
  ...viewing.words.indicator(id),
  ...shareOf(counted),
  asOf: todayOf(viewing),
  by: breakdowns.flatMap((breakdown) => {
    const shares = sharesBy(counted, breakdown).map((share) => ({
      ...share,
      words: keyInWords({ breakdown, key: share.key }, viewing),
    }))
    return shares.length > 0 ? [{ breakdown, shares }] : []
  }),
  href: `${base}/indicators/${id}`,
})

function keyInWords(
  { breakdown, key }: { breakdown: Breakdown; key: string },
  { words, names }: Pick<Viewing, 'words' | 'names'>,
): string {
  const year = Number(key)
  const inWords: Readonly<Record<Breakdown, () => string | undefined>> = {
    year: () => `${year}/${year + 1}`,
    pillar: () => words.pillarNamed(key),
    centre: () => names.centre(key).name,
    coverage: () => coverages.filter((one) => one === key).map((one) => words.coverage(one))[0],
  }
  return inWords[breakdown]() ?? key
}

/** Something counted, as the reader may see it; nothing of a file that does not concern them. */
function itemOf(one: Counted, { files, viewing }: { files: Read; viewing: Viewing }): Item | undefined {
  const { words, names } = viewing
  const { met, milestone = null, year = null, pillar, coverage, centre = null } = one
  const seen = subjectOf(one, { files, viewing })
  return (
    seen && {
      ...seen,
      met,
      milestone,
      year,
      pillar: pillar ? { code: pillar, words: words.pillar(pillar) } : null,
      centre: centre === null ? null : names.centre(centre).name,
      coverage: coverage ? { code: coverage, words: words.coverage(coverage) } : null,
    }
  )
}

function subjectOf(
  { of, milestone }: Counted,
  { files, viewing }: { files: Read; viewing: Viewing },
): Pick<Item, 'name' | 'href'> | undefined {
  const { names, actor } = viewing
  if ('partner' in of) return { name: names.partner(of.partner).name, href: `${base}/partners/${of.partner}` }
  const concerns = (file: Stored): boolean => partiesMeet(actor, processOf(file.id).parties(file))
  const label = files.labels.find(({ id }) => id === of.file)
  if (label) return concerns(label) ? { name: label.state.name, href: hrefOf(label.id) } : undefined
  const plan = files.plans.find(({ id }) => id === of.file)
  if (!plan || !concerns(plan)) return undefined
  const title = milestone === undefined ? undefined : plan.state.milestones[milestone]?.title
  return { name: title ?? names.partner(plan.state.partner).name, href: hrefOf(plan.id) }
}
