import type { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import { candidateStream, contactStream } from '../../domain/register/personal.ts'
import type { History } from '../contracts/history.ts'
import { historyOf } from '../views/history.ts'
import type { Scene } from './scene.ts'

type Page = z.output<typeof History>

/** Everything that happened to a document: what it said of people is shown to whoever may see that, while it exists. */
export async function registerHistory(
  { stream, after }: { stream: string; after: number },
  scene: Scene,
): Promise<Page> {
  const quotes = quotesOf(stream, scene)
  const { items, next } = await historyOf({ stream, after, quotes }, scene)
  const shown = ({ type, data }: Page['items'][number]) => ({
    ...data,
    ...personalIn(data, quotes),
    ...(!scene.has('readContacts') && isAboutContacts(type, data) && 'reason' in data && { reason: null }),
  })
  return { items: items.map((item) => ({ ...item, data: shown(item) })), next }
}

/** Whether an edit of a partner changed who its contacts are: its reason may speak of them. What one begins with has the reason of the partner (S10). */
const isAboutContacts = (type: string, { fields }: Page['items'][number]['data']): boolean =>
  type !== 'partnerAdded' && Array.isArray(fields) && fields.includes('contacts')

/** Its own texts are reasons; those of people have streams of their own, but for a person's, who is what the document is about. */
function quotesOf(stream: string, { has, actor }: Scene): (other: string) => boolean {
  if (stream.startsWith('person/')) {
    const may = has('readPeoplePrivately') || actor.id === stream.replace('/', ':')
    return (other) => may && other === stream
  }
  // Whoever may read of a candidate may read what was said of them before.
  if (stream.startsWith(candidateStream(''))) return (other) => other === stream
  const contact = `${contactStream(keyOf(stream))}-c`
  return (other) =>
    other === stream || (has('readContacts') && other.startsWith(contact) && /^\d+$/.test(other.slice(contact.length)))
}

/** Values of people are kept as one JSON text each; null once they were erased. Those that are not for who asks are not named. */
function personalIn(
  { values }: Page['items'][number]['data'],
  quotes: (stream: string) => boolean,
): { values?: object } {
  if (typeof values !== 'object' || values === null) return {}
  const read = Object.entries(values)
    .filter(([whose]) => quotes(whose))
    .map(([whose, text]): [string, unknown] => [whose, typeof text === 'string' ? JSON.parse(text) : null])
  return { values: Object.fromEntries(read) }
}
