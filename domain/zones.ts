/**
 * Zones whose law changed between the oldest zone data that a Node we run on brings (2025c, Node 20.20) and the newest (2026c): from
 * `since` on they keep the hours of another, which all of these data agree on. So an answer depends on no Node's version.
 */
const laws: Readonly<Record<string, { readonly since: string; readonly as: string }>> = {
  // Morocco keeps Universal Time all year since Sunday 20 September 2026, 02:00, Ramadan included (IANA 2026c, 8 July 2026).
  'Africa/Casablanca': { since: '2026-09-20T01:00:00.000Z', as: 'Africa/Abidjan' },
}

const oldestZoneData = '2025c'

/** Whether a Node's zone data (`process.versions.tz`) are older than what these laws complete. `isZoneDataOutdated('2025b')` → `true` */
export const isZoneDataOutdated = (release: string | undefined): boolean =>
  release === undefined || release < oldestZoneData

/** The zone whose hours a zone keeps at a moment. `zoneAt('Africa/Casablanca', '2027-02-01T00:00:00.000Z')` → `'Africa/Abidjan'` */
export function zoneAt(zone: string, moment: string): string {
  const law = Object.hasOwn(laws, zone) ? laws[zone] : undefined
  return law && moment >= law.since ? law.as : zone
}
