import { z } from 'zod'
import { nominationColumns, type NominationColumn } from '../api/contracts/nominations-file.ts'
import { plusDays } from '../domain/time.ts'
import { eventually, type Someone } from './people.ts'
import { partners, today } from './plans.ts'

/** A cycle whose nominations are awaited for months to come. */
const firstYear = Number(today.slice(0, 4)) + 2
export const cycle = `${firstYear}-engineer`
/** The largest file of nominations of one partner. */
const mostOfOne = 500

const Cycle = z.object({
  pipeline: z.array(
    z.object({ step: z.object({ code: z.string() }), dossiers: z.array(z.object({ key: z.string() })) }),
  ),
})

/** Opens a cycle of engineers and invites so many partners to it, whatever agreements there are. */
export async function openCycle(officer: Someone, count: number): Promise<readonly string[]> {
  const invited = partners.slice(0, count)
  await officer.give('/cycles', { firstYear, population: 'engineer' })
  await officer.give(`/cycles/${cycle}/open`, {})
  const reason = 'Measured'
  await officer.give(`/cycles/${cycle}/invite`, { partners: invited.map((partner) => ({ partner, reason })) })
  // Each takes its invitation in a step of its own.
  for (const partner of invited)
    await eventually(() => officer.get(`/participations/${cycle}.${partner}`).catch(() => undefined))
  return invited
}

/** A file of nominations of so many candidates whom nobody knows, from one on. */
export function nominationsFile(
  partner: string,
  { count, from = 0, wish = 'icm' }: { readonly count: number; readonly from?: number; readonly wish?: string },
): string {
  if (count > mostOfOne) throw new RangeError(`a partner nominates ${mostOfOne} at most`)
  const rows = Array.from({ length: count }, (_, place) => {
    const n = from + place
    const name = `${lettersOf(n)} ${partner}`
    const values: Partial<Record<NominationColumn, string>> = {
      ...{ name, birthOn: plusDays(today, -8000 - n), email: `${partner}.${n}@candidates.example`, language: 'en' },
      ...{ nationality: 'VN', residence: 'VN', level: 'master', wish1: wish, channel: 'partnerContact' },
    }
    return nominationColumns.map((column) => values[column] ?? '').join(',')
  })
  return [nominationColumns.join(','), ...rows].join('\n')
}
/** A word of its own for each number. */
export const lettersOf = (n: number): string =>
  `${n}`
    .padStart(4, '0')
    .split('')
    .map((digit) => 'abcdefghij'[Number(digit)] ?? '')
    .join('')

/** The register numbers of all dossiers that the cycle knows of, once it knows of so many. */
async function dossiersOnce(officer: Someone, count: number): Promise<readonly string[]> {
  return eventually(async () => {
    const { pipeline } = Cycle.parse(await officer.get(`/cycles/${cycle}`))
    const keys = pipeline.flatMap(({ dossiers }) => dossiers.map(({ key }) => key))
    return keys.length >= count ? keys : undefined
  }, longMs)
}
/** How long a thousand processes may take, each with its steps. */
export const longMs = 900_000

/** Has each of some partners nominate its share of so many candidates, and waits until every dossier is there. */
export async function nominate(
  officer: Someone,
  invited: readonly string[],
  count: number,
): Promise<readonly string[]> {
  const each = Math.ceil(count / invited.length)
  for (const partner of invited)
    await officer.send(`/participations/${cycle}.${partner}/importNominationsFile`, {
      type: 'text/csv',
      body: nominationsFile(partner, { count: each }),
    })
  return dossiersOnce(officer, each * invited.length)
}
