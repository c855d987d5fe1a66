import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import {
  civil,
  dayOf,
  instantOf,
  plusDays,
  plusMs,
  workingDayUpTo,
  type CivilDate,
  type Instant,
} from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { beginLinkSession } from '../../store/link-sessions.ts'
import { linkId, linkToken } from '../../store/links.ts'
import { loadDossier } from '../../store/typed.ts'
import { cycle } from '../current-cycle.ts'
import { person, rules } from '../domain/school.ts'
import { until } from '../house.ts'
import { officers } from './draw.ts'
import type { Installation, Ready } from './installation.ts'

/** The programme whose dossiers candidates send themselves; whoever wishes the other has the office send it for them (R16). */
const ownSending = 'ismin'
const officeSending = 'icm'
const partners = ['usth', 'usj', 'tohoku', 'rwth', 'emi'] as const
/** The country of the first of them alone. */
export const movedCountry = 'VN'
const atOnce = 8
const dayMs = 86_400_000
// As `test/api-process.ts` has it.
const secret = 'f'.repeat(64)
const base = '/api/v1'

const Received = z.object({ href: z.string() })
const Outcome = z.object({ outcome: z.string() })

export const lastDayBefore = (day: CivilDate): CivilDate => workingDayUpTo(plusDays(day, -1), rules.calendar)

/** Who sends a dossier: its candidate has the session of a link that works, as by entering its code a minute before the deadline. */
export async function ready(store: Store, { id, passesAt }: { id: Ready['id']; passesAt: Instant }): Promise<Ready> {
  const { sentBy, candidate } = (await loadDossier(store, id))?.state ?? {}
  if (sentBy !== 'candidate' || candidate === undefined) return { id }
  const link = { file: id, party: candidate, earlier: 0, until: plusMs(passesAt, dayMs) }
  const token = await linkToken(store, secret, link)
  const now = plusMs(passesAt, -60_000)
  const session = await beginLinkSession(store, secret, { mark: token, link: linkId(token), now })
  return { id, candidate: { path: `/dossier/${token}`, cookie: `longitude-link=${session}` } }
}

/** Has colleagues at the office and a programme whose candidates send themselves, nominates so many candidates, and deposits what each needs to be sent. */
export async function fill(
  { house, ask, settle }: Pick<Installation, 'house' | 'ask' | 'settle'>,
  { count, lastDay, administrator }: { count: number; lastDay: CivilDate; administrator: number },
): Promise<void> {
  const edited = async (method: 'POST' | 'PATCH', path: string, body: object): Promise<void> => {
    const response = await ask(0, { method, path: base + path, body, as: administrator })
    if (response.status > 201) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  const mandates = [{ role: 'officer', fromOn: '2020-09-01' }]
  for (const account of officers.slice(2))
    await edited('POST', '/people', { email: `${account}@school.example`, language: 'en', mandates })
  await edited('PATCH', `/programmes/${ownSending}`, { sentBy: 'candidate' })
  const done = async (path: string, body: object | string): Promise<void> => {
    const request = { method: 'POST', path: base + path, body, key: randomUUID() } as const
    let response = await ask(0, request)
    for (; response.status === 503; response = await ask(0, request)) await pause(500)
    if (response.status > 202) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    if (response.status !== 202) {
      await response.arrayBuffer()
      return
    }
    const { href } = Received.parse(await response.json())
    await until(async () => {
      const asked = await ask(0, { method: 'GET', path: href })
      const { outcome } = asked.status === 503 ? { outcome: 'waiting' } : Outcome.parse(await asked.json())
      if (outcome !== 'waiting' && outcome !== 'done') throw new Error(`${path}: ${outcome}`)
      return outcome === 'done'
      // Whoever was not rung is after a minute.
    }, 600_000)
  }
  const key = keyOf(cycle)
  await done('/cycles', { firstYear: Number(key.slice(0, 4)), population: 'engineer' })
  await done(`/cycles/${key}/setDates`, { dates: { nominationsCloseOn: lastDayBefore(lastDay) } })
  await done(`/cycles/${key}/open`, {})
  const reason = 'A partnership that begins.'
  await done(`/cycles/${key}/invite`, { partners: partners.map((partner) => ({ partner, reason })) })
  await settle()
  const limit = pLimit(atOnce)
  const each = <T>(all: readonly T[], work: (one: T, n: number) => Promise<void>): Promise<unknown> =>
    Promise.all(all.map((one, n) => limit(() => work(one, n))))
  const candidates = Array.from({ length: count }, (_, n) => candidate(n))
  for (const [p, partner] of partners.entries())
    await done(
      `/participations/${key}.${partner}/importNominationsFile`,
      csvOf(candidates.filter((_, n) => n % partners.length === p)),
    )
  await until(async () => (await house.store.files.countDocuments({ type: 'dossier' })) === count, 900_000)
  await settle()
  const now = dayOf(instantOf(Date.now()), rules.calendar)
  const numbers = await house.store.files.find({ type: 'dossier' }, { _id: 1 }).lean()
  const owed: { readonly _id: string; readonly piece: string }[] = []
  for (const { _id } of numbers) {
    const { sentBy } = (await loadDossier(house.store, _id))?.state ?? {}
    // R16: the candidate sends what the partner endorsed.
    for (const piece of sentBy === 'candidate' ? ['cv', 'endorsement'] : ['cv']) owed.push({ _id, piece })
  }
  await each(owed, async ({ _id, piece }, n) => {
    const sha256 = createHash('sha256').update(`${_id} ${piece}`).digest('hex')
    const document = sha256.slice(0, 32)
    const by = `person:${person('officer')}`
    await house.store.documents.create({
      _id: document,
      by,
      type: 'pdf',
      bytes: 1000,
      sha256,
      name: `text-${n}`,
      at: new Date(now),
    })
    await done(`/dossiers/${keyOf(_id)}/deposit`, { piece, document })
  })
  await settle()
}

const candidate = (n: number): readonly [string, string, string, string] => [
  `Candidate ${Array.from(`${n}`, (digit) => 'abcdefghij'[Number(digit)]).join('')}`,
  plusDays(civil('2004-01-01'), n),
  `candidate-${n}@student.example`,
  n % 2 === 0 ? ownSending : officeSending,
]
const csvOf = (candidates: readonly ReturnType<typeof candidate>[]): string =>
  [
    'name;birthOn;email;language;nationality;residence;level;wish1;channel',
    ...candidates.map(([name, birthOn, email, wish]) =>
      [name, birthOn, email, 'en', 'VN', 'VN', 'bachelor', wish, 'partnerContact'].join(';'),
    ),
  ].join('\n')
