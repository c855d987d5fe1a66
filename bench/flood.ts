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
/** Files on their way at once, and the nominations in each: 10,000 of one partner, all but the first 500 beyond what one may nominate. */
const atOnce = 20
const rows = 500
const senders = 4
const others = 2

/** What others waited for in one phase, in milliseconds. */
type Waited = readonly number[]
/** The same, and how many files were sent meanwhile. */
interface Phase {
  readonly waited: Waited
  readonly files: number
}

/**
 * How long others wait for a command while one partner sends 10,000 nominations, and sends them again as fast as they are taken, beside how long while nothing
 * comes (`bare`); the same while as many come from four people for as many partners. All three in turn, three rounds.
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
  const beside = (load: Load): Promise<Phase> => whileSending(load, () => asking(head))
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
  const lived: Record<keyof typeof phaseOf, Phase[]> = { quiet: [], flood: [], spread: [] }
  for (let round = 0; round <= rounds; round++)
    for (const phase of ['quiet', 'flood', 'spread'] as const) {
      const one = await phaseOf[phase]()
      if (round > 0) lived[phase].push(one)
    }
  const sides = (phase: 'flood' | 'spread', of: (values: Waited) => number) => ({
    unit: 'ms for others',
    ours: lived[phase].map(({ waited }) => of(waited)),
    bare: lived.quiet.map(({ waited }) => of(waited)),
  })
  const goals = [{ of: 'ratio', atMost: 1.25 }] as const
  return [
    { metric: 'flood', ...sides('flood', medianOf), goals },
    { metric: 'flood-p95', ...sides('flood', p95Of), goals },
    { metric: 'flood-of-four', ...sides('spread', medianOf), goals: [] },
    { metric: 'flood-files', unit: 'files of 500 a phase', ours: lived.flood.map(({ files }) => files), goals: [] },
  ]
}

const p95Of = (values: Waited): number => values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? NaN

/** Who sends files again and again, each of so many at once. */
type Load = readonly { readonly from: Someone; readonly partner: string; readonly isRefused: boolean }[]

/** Has each file sent once, and again for as long as others ask; their answers are of no concern. */
async function whileSending(load: Load, ask: () => Promise<Waited>): Promise<Phase> {
  const asked = { isOver: false, files: 0 }
  const sending = load.map(async ({ from, partner, isRefused }, n) => {
    const body = nominationsFile(partner, { count: rows, from: n * rows, ...(isRefused && { wish: 'nowhere' }) })
    const path = `/participations/${cycle}.${partner}/importNominationsFile`
    do {
      asked.files++
      await from.send(path, { type: 'text/csv', body }).catch(() => undefined)
    } while (!asked.isOver)
  })
  const waited = await ask()
  asked.isOver = true
  await Promise.all(sending)
  return { waited, files: asked.files }
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
