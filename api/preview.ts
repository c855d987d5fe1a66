import type { z } from 'zod'
import { fileIn, keyOf } from '../domain/id.ts'
import type { Stored } from '../domain/process.ts'
import { mailer } from '../domain/process.ts'
import { processOf, typeOf } from '../domain/processes.ts'
import type { Happened, Rehearsal, World } from '../domain/rehearsal.ts'
import type { Instant } from '../domain/time.ts'
import type { Language } from '../locales/language.ts'
import { datesOf, deadlinesOf, type Files } from './changes.ts'
import { StoredPending, StoredWithdrawal } from './contracts/notice.ts'
import type { Preview } from './contracts/preview.ts'
import { headingOf } from './heading.ts'
import type { Order } from './order.ts'

type PreviewView = z.output<typeof Preview>
interface Rehearsed {
  readonly rehearsal: Rehearsal
  readonly world: World
  readonly order: Order
  readonly at: Instant
  readonly language: Language
}

/** What a rehearsed command would do: events, dates that move, who is written to and when. */
export async function previewOf({ rehearsal, world, order, at, language }: Rehearsed): Promise<PreviewView> {
  // A rehearsal takes every mail for accepted at once; whether one is, nobody can foresee.
  const ledger = rehearsal.ledger.filter(({ actor }) => actor !== mailer.id)
  const own = ledger.filter(({ id, actor }) => id === order.stream && actor === order.actor.id)
  const touched = [...new Set([order.stream, ...ledger.map(({ id }) => id)])]
  const files = await Promise.all(touched.map((id) => filesOf(id, { rehearsal, world })))
  return {
    at,
    events: own.map(happened),
    others: ledger.filter((entry) => !own.includes(entry)).map((entry) => ({ process: entry.id, ...happened(entry) })),
    deadlines: files.flatMap((file) => deadlinesOf(file, world)),
    dates: files.flatMap((file) => datesOf(file, world)),
    messages: await Promise.all(
      mails(ledger, 'received').map((entry) => messageOf(entry, { rehearsal, world, at, language })),
    ),
    withdrawn: mails(ledger, 'withdrawn').map(withdrawalOf),
  }
}

const happened = ({ type, data }: Happened) => ({ type, data: { ...data } })

async function filesOf(id: string, { rehearsal, world }: Pick<Rehearsed, 'rehearsal' | 'world'>): Promise<Files> {
  const before: Stored = (await world.load(id)) ?? processOf(id).open(id)
  return { id, before, after: await rehearsal.file(id) }
}

const mails = (ledger: readonly Happened[], type: string): readonly Happened[] =>
  ledger.filter((entry) => entry.type === type && typeOf(entry.id) === 'correspondence')

async function messageOf(
  entry: Happened,
  { rehearsal, world, at, language }: Pick<Rehearsed, 'rehearsal' | 'world' | 'at' | 'language'>,
): Promise<PreviewView['messages'][number]> {
  const notice = StoredPending.parse(entry.data)
  const { kind, subject, about, sendAt, urgent } = notice
  const file = await rehearsal.file(fileIn(subject))
  return {
    party: keyOf(entry.id),
    kind,
    heading: headingOf(notice, { file, rules: world, now: at, language }),
    subject,
    about,
    sendAt,
    urgent,
  }
}

function withdrawalOf(entry: Happened): PreviewView['withdrawn'][number] {
  const { subject, keys, reason } = StoredWithdrawal.parse(entry.data)
  return { party: keyOf(entry.id), subject, notices: keys.length, reason }
}
