import type { Place } from '../../domain/policy.ts'
import { Refusal } from '../../domain/refusals.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import { isCountry, isZoneOf, regionOf } from '../../policy/regions.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'

/** What is said of where and when a partner works. */
export interface Placed extends Omit<Place, 'zone' | 'weekend'> {
  readonly zone?: string | undefined
  /** Null: as everyone there. */
  readonly weekend?: Place['weekend'] | null
}

/** Where and when a partner works, with what an edit says otherwise. */
export const placed = (before: PartnerDoc, { zone, weekend }: Pick<Placed, 'zone' | 'weekend'>): Placed => ({
  country: before.country,
  withoutHolidays: before.withoutHolidays,
  zone: zone ?? before.zone,
  weekend: weekend === undefined ? before.weekend : weekend,
})

/** Throws `register.country-unknown` for a code that is no country's. */
export function assertCountry(school: SchoolPolicy, country: string): void {
  if (!isCountry(school, country)) throw new Refusal('register.country-unknown', { country })
}

/** Everything for which nobody can work where and when it is said (R4, S10): of a country that is none nothing else. */
export function refusalsOfPlace(
  school: SchoolPolicy,
  { country, zone, withoutHolidays }: Omit<Placed, 'weekend'>,
): readonly Refusal[] {
  if (!isCountry(school, country)) return [new Refusal('register.country-unknown', { country })]
  const region = regionOf(school, country)
  const { timeZones, holidays } = region
  const isUnclear = zone === undefined && timeZones.length > 1 && holidays !== 'policy'
  return [
    ...(holidays === 'none' && !withoutHolidays ? [new Refusal('register.holidays-unknown', { country })] : []),
    ...(zone !== undefined && !isZoneOf(region, zone)
      ? [new Refusal('register.zone-elsewhere', { zone, country })]
      : []),
    ...(isUnclear ? [new Refusal('register.zone-needed', { country, zones: timeZones })] : []),
  ]
}

/**
 * Where and when they work (R4, S10). The zone is the one that is named, or the only one, or the one that the policy puts first. Throws
 * `register.country-unknown`, `register.holidays-unknown`, `register.zone-elsewhere`, `register.zone-needed`.
 */
export function placeIn(school: SchoolPolicy, place: Placed): Omit<Place, 'country'> {
  const [refusal] = refusalsOfPlace(school, place)
  if (refusal) throw refusal
  const { timeZones, holidays, weekend } = regionOf(school, place.country)
  return {
    zone: place.zone ?? timeZones[0] ?? '',
    // What the policy does not say is kept with the partner: another version of Unicode's tables moves no date.
    weekend: place.weekend ?? (holidays === 'policy' ? undefined : weekend),
    withoutHolidays: holidays === 'none' ? true : undefined,
  }
}
