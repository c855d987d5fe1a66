import { mostAtOnce } from '../config/env.ts'
import { plusDays } from '../domain/time.ts'
import { cycle, lettersOf, nominate, nominationsFile, openCycle } from './admissions.ts'
import { medianOf, type Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startOurs } from './installation.ts'
import { signIn, type Someone } from './people.ts'
import { today } from './plans.ts'
import { millisecondsOf } from './rounds.ts'

const rounds = 3
/** Commands that others give in each phase, one after the other: half of them acknowledge a dossier, half nominate. */
const commands = 12
/** Files on their way at once, and the nominations in each: beyond what one partner may nominate, all of them are refused. */
const atOnce = 16
const rows = 500
const senders = 4
const others = 2

/** What others waited for in one phase, in milliseconds. */
type Waited = readonly number[]

/**
 * How long others wait for a command while one partner sends thousands of nominations as fast as they are taken (`ours`), and while as many come from four people
 * for as many partners (`bare`); and while nothing comes. All three in turn, three rounds.
 */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const installation = await startOurs(ground, await ground.servers('servers'), { REQUESTS_AT_ONCE: `${mostAtOnce}` })
  const [officer, head, administrator] = [
    await signIn(installation, 'officer'),
    await signIn(installation, 'head-of-office'),
    await signIn(installation, 'administrator'),
  ]
  const colleagues: Someone[] = []
  for (let n = 1; n <= senders; n++) {
    const mandates = [{ role: 'officer', fromOn: '2020-09-01' }]
    await administrator.give('/people', { email: `colleague-${n}@school.example`, language: 'en', mandates })
    colleagues.push(await signIn(installation, `colleague-${n}`))
  }
  const invited = await openCycle(officer, 1 + senders + others)
  const [flooding = '', ...many] = invited
  const phases = 3 * (rounds + 1)
  const asking = await prepared(officer, many.slice(senders), (phases * commands) / 2)
  const beside = (load: Load): Promise<Waited> => whileSending(load, () => asking(head))
  const phaseOf = {
    quiet: () => beside([]),
    flood: () => beside(Array.from({ length: atOnce }, () => ({ from: officer, partner: flooding, isRefused: false }))),
    // Not one of them is to stand either, so that a file costs what a file of the flood costs.
    spread: () =>
      beside(
        Array.from({ length: atOnce }, (_, n) => ({
          from: colleagues[n % senders] ?? officer,
          partner: many[n % senders] ?? '',
          isRefused: true,
        })),
      ),
  }
  const waited: Record<keyof typeof phaseOf, Waited[]> = { quiet: [], flood: [], spread: [] }
  for (let round = 0; round <= rounds; round++)
    for (const phase of ['quiet', 'flood', 'spread'] as const) {
      const took = await phaseOf[phase]()
      if (round > 0) waited[phase].push(took)
    }
  const sides = (of: (values: Waited) => number) => ({ ours: waited.flood.map(of), bare: waited.spread.map(of) })
  const goals = [{ of: 'ratio', atMost: 1.25 }] as const
  return [
    { metric: 'flood', unit: 'ms for others', ...sides(medianOf), goals },
    { metric: 'flood-p95', unit: 'ms for others', ...sides(p95Of), goals },
    { metric: 'flood-quiet', unit: 'ms without it', ours: waited.quiet.map(medianOf), goals: [] },
  ]
}

const p95Of = (values: Waited): number => values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? NaN

/** Who sends files again and again, each of so many at once. */
type Load = readonly { readonly from: Someone; readonly partner: string; readonly isRefused: boolean }[]

/** Has files sent for as long as others ask; their answers are of no concern. */
async function whileSending(load: Load, ask: () => Promise<Waited>): Promise<Waited> {
  const asked = { isOver: false }
  const sending = load.map(async ({ from, partner, isRefused }, n) => {
    const body = nominationsFile(partner, { count: rows, from: n * rows, ...(isRefused && { wish: 'nowhere' }) })
    const path = `/participations/${cycle}.${partner}/importNominationsFile`
    while (!asked.isOver) await from.send(path, { type: 'text/csv', body }).catch(() => undefined)
  })
  const waited = await ask()
  asked.isOver = true
  await Promise.all(sending)
  return waited
}

/** Dossiers to acknowledge and candidates to nominate, so many of each; each call uses up those of one phase, and says how long each took. */
async function prepared(
  officer: Someone,
  partners: readonly string[],
  count: number,
): Promise<(who: Someone) => Promise<Waited>> {
  const dossiers = [...(await nominate(officer, partners, count))]
  const candidates: string[] = []
  for (let n = 0; n < count; n++) {
    const id = `other-${n}`
    const name = `${lettersOf(n)} other`
    const of = { name, birthOn: plusDays(today, -7000 + n), email: `${id}@candidates.example`, language: 'en' }
    await officer.give('/candidates', { id, ...of, nationality: 'VN', residence: 'VN', level: 'master' })
    candidates.push(id)
  }
  return async (who) => {
    const waited: number[] = []
    for (let n = 0; n < commands / 2; n++) {
      const [dossier, candidate] = [dossiers.pop(), candidates.pop()]
      const nomination = { candidate, wishes: ['icm'], channel: 'partnerContact' }
      waited.push(await millisecondsOf(() => who.give(`/dossiers/${dossier}/acknowledge`, {})))
      const path = `/participations/${cycle}.${partners[n % partners.length]}/nominate`
      waited.push(await millisecondsOf(() => who.give(path, nomination)))
    }
    return waited
  }
}
