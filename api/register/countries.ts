import type { z } from 'zod'
import {
  assertReasonWhereUnlisted,
  scoresOn,
  targetingOn,
  watchOn,
  type CountryFile,
} from '../../domain/register/country.ts'
import { regionOf } from '../../policy/regions.ts'
import { countryKind } from '../../store/register/kinds.ts'
import { findCountries } from '../../store/register/lists.ts'
import type { CountryDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import { CountryCreate, CountryPatch, CountryQuery, CountryView } from '../contracts/register/country.ts'
import { countryTable } from '../exports/tables.ts'
import { invalid } from '../http/problem.ts'
import type { Documents } from './documents.ts'
import type { Scene } from './scene.ts'

/** Countries: targeted by the policy (S4, S6, S10), judged and watched by people (S5). */
export const countryDocuments: Documents<CountryDoc, typeof CountryQuery, typeof CountryCreate, typeof CountryPatch> = {
  kind: countryKind,
  collection: 'countries',
  edits: 'editCountries',
  view: CountryView,
  table: countryTable,
  query: CountryQuery,
  create: CountryCreate,
  patch: CountryPatch,
  list: async ({ after, target, suspended }, scene, limit) =>
    (await findCountries(scene.store, after))
      .filter((country) => !suspended || watchOn(country, scene.on) !== undefined)
      .filter(({ _id }) => {
        const targeted = targetingOn(scene.deps.school.targeting, { country: _id, on: scene.on })
        return (
          target === undefined ||
          (target === 'unlisted' ? targeted.length === 0 : targeted.some((one) => one.target === target))
        )
      })
      .slice(0, limit),
  shown: async (country, scene) => countryView(country, scene),
  idFor: ({ id }) => id,
  begun: async ({ reason, id, ...body }, { scene }) => {
    assertReasonWhereUnlisted(scene.deps.school.targeting, { country: id, on: scene.on, reason })
    return { scores: [], ...judged({ scores: [] }, body, scene) }
  },
  edited: (before, body, scene) => judged(before, body, scene),
}

/** New marks join the earlier ones; a watch takes the place of the one before. Throws `invalid-body` for one whose last day is past. */
function judged(
  { scores: before }: Pick<CountryFile, 'scores'>,
  { scores, watch }: Pick<z.output<typeof CountryPatch>, 'scores' | 'watch'>,
  { on, actor }: Scene,
): Partial<CountryFile> {
  if (watch && watch.suspendedUntil < on)
    throw invalid('invalid-body', [{ path: 'watch.suspendedUntil', code: 'day_past' }])
  return {
    ...(scores && { scores: [...before, ...scores.map((score) => ({ ...score, on, by: actor.id }))] }),
    ...(watch !== undefined && { watch: watch ? { ...watch, on, by: actor.id } : undefined }),
  }
}

function countryView(country: CountryDoc, { deps, on, words, has }: Scene): z.output<typeof CountryView> {
  const { _id, seq, scores } = country
  const { timeZones, weekend, holidays } = regionOf(deps.school, _id)
  const watch = watchOn(country, on)
  return {
    id: _id,
    seq,
    name: words.country(_id),
    targeting: targetingOn(deps.school.targeting, { country: _id, on }).map(({ target, zone, source, fromOn }) => ({
      code: target,
      words: words.register.targets[target],
      zone: zone ?? null,
      source,
      fromOn,
    })),
    scores: scoresOn(scores, on).map(({ criterion, ...score }) => ({
      code: criterion,
      words: words.register.criteria[criterion],
      ...score,
    })),
    watch: watch ? { suspendedUntil: watch.suspendedUntil, on: watch.on, by: watch.by } : null,
    timeZones: [...timeZones],
    weekend: [...weekend],
    holidays: { code: holidays, words: words.register.holidays[holidays] },
    may: has('editCountries') ? ['edit'] : [],
    href: `${base}/countries/${_id}`,
  }
}
