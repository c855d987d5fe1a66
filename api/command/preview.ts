import type { z } from 'zod'
import { mailer } from '../../domain/actor.ts'
import type { Notice } from '../../domain/correspondence/correspondence.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import { fileIn, keyOf } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import type { Stored } from '../../domain/process.ts'
import { processOf, typeOf } from '../../domain/processes.ts'
import type { Happened, Rehearsal, World } from '../../domain/rehearsal.ts'
import { readSubject } from '../../domain/subject.ts'
import type { Instant } from '../../domain/time.ts'
import { wordsOf } from '../../locales/words.ts'
import { told, type Telling } from '../../store/story-texts.ts'
import { StoredPending, StoredWithdrawal } from '../contracts/notice.ts'
import type { Preview } from '../contracts/preview.ts'
import type { Names } from '../views/names.ts'
import { headed, readerOf } from '../views/subjects.ts'
import { datesOf, deadlinesOf, type Files } from './changes.ts'
import type { Order } from './order.ts'

type PreviewView = z.output<typeof Preview>
interface Rehearsed {
  readonly rehearsal: Rehearsal
  readonly world: World
  readonly order: Order
  readonly at: Instant
  readonly names: Names
  readonly language: Language
}

/** What a rehearsed command would do: events, dates that move, who is written to and when. */
export async function previewOf({
  order,
  tell,
  ...rehearsed
}: Rehearsed & { readonly tell: Telling }): Promise<PreviewView> {
  const { rehearsal, world, at } = rehearsed
  // A rehearsal takes every mail for accepted at once; whether one is, nobody can foresee.
  const ledger = rehearsal.ledger.filter(({ actor }) => actor !== mailer.id)
  // The command brought every text that would be written, and nobody has kept them; those that were written before are.
  const sent = new Map(order.texts.map(({ ref, text }) => [ref, text]))
  const happened = ({ type, data }: Happened) => ({
    type,
    data: told({ ...data }, (ref) => sent.get(ref) ?? tell(ref)),
  })
  const own = ledger.filter(({ id, actor }) => id === order.stream && actor === order.actor.id)
  const touched = [...new Set([order.stream, ...ledger.map(({ id }) => id)])]
  const files = await Promise.all(touched.map((id) => filesOf(id, { rehearsal, world })))
  return {
    at,
    events: own.map(happened),
    others: ledger.filter((entry) => !own.includes(entry)).map((entry) => ({ process: entry.id, ...happened(entry) })),
    deadlines: files.flatMap((file) => deadlinesOf(file, world)),
    dates: files.flatMap((file) => datesOf(file, world)),
    messages: await Promise.all(mails(ledger, 'received').map((entry) => messageOf(entry, rehearsed))),
    sent: await sentBefore(files, rehearsed),
    withdrawn: mails(ledger, 'withdrawn').map(withdrawalOf),
  }
}

async function filesOf(id: string, { rehearsal, world }: Pick<Rehearsed, 'rehearsal' | 'world'>): Promise<Files> {
  const before: Stored = (await world.load(id)) ?? processOf(id).open(id)
  return { id, before, after: await rehearsal.file(id) }
}

const mails = (ledger: readonly Happened[], type: string): readonly Happened[] =>
  ledger.filter((entry) => entry.type === type && typeOf(entry.id) === 'correspondence')

async function messageOf(
  entry: Happened,
  rehearsed: Omit<Rehearsed, 'order'>,
): Promise<PreviewView['messages'][number]> {
  const { sendAt, urgent, ...notice } = StoredPending.parse(entry.data)
  return { ...(await noticed(notice, { party: keyOf(entry.id), ...rehearsed })), sendAt, urgent }
}

/** What holds of earlier mails: of each thing of which a party would be told something else, or nothing any more. */
async function sentBefore(files: readonly Files[], rehearsed: Omit<Rehearsed, 'order'>): Promise<PreviewView['sent']> {
  const touched = new Set(
    rehearsed.rehearsal.ledger.flatMap(({ id, data }) => ('subject' in data ? [`${id} ${String(data.subject)}`] : [])),
  )
  const sent = files.flatMap(({ id, before }) =>
    correspondence.owns(before)
      ? before.state.standing.flatMap((notice) => (touched.has(`${id} ${notice.subject}`) ? [{ id, notice }] : []))
      : [],
  )
  return Promise.all(
    sent.map(async ({ id, notice }) => ({
      ...(await noticed(notice, { party: keyOf(id), ...rehearsed })),
      sentAt: notice.sentAt,
    })),
  )
}

async function noticed(
  notice: Omit<Notice, 'key'>,
  { party, rehearsal, world, at, names, language }: Omit<Rehearsed, 'order'> & { readonly party: string },
): Promise<Pick<PreviewView['sent'][number], 'party' | 'kind' | 'heading' | 'subject' | 'about'>> {
  const { kind, subject, about } = notice
  const viewing = { policy: world.policy, calendar: world.calendar, now: at, names, words: wordsOf(language) }
  const file = await readSubject(fileIn(subject), (id) => rehearsal.file(id))
  return {
    party,
    kind,
    heading: headed(notice, { subject: file, viewing, reader: readerOf(party, names) }).heading,
    subject,
    about,
  }
}

function withdrawalOf(entry: Happened): PreviewView['withdrawn'][number] {
  const { subject, keys, reason } = StoredWithdrawal.parse(entry.data)
  return { party: keyOf(entry.id), subject, notices: keys.length, reason }
}
