import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import type { Store } from '../store/connect.ts'
import { pdf } from './documents/made.ts'
import { until } from './house.ts'

/** How an officer asks the API. */
export interface Office {
  post(path: string, body: object): Promise<{ readonly status: number; readonly body: { readonly id?: string } }>
  patch(path: string, body: object): ReturnType<Office['post']>
  get(path: string): Promise<{ readonly status: number; readonly body?: { readonly outcome?: unknown } }>
  upload(
    content: Uint8Array,
    name: string,
  ): Promise<{ readonly status: number; readonly body: { readonly id: string } }>
}
/** Where a planted string lies before the erasure. */
type Place = 'candidates' | 'texts' | 'documents' | 'nowhere'
/** What was planted, each with where it is to be found. */
export type Planted = ReadonlyMap<string, Place>

const letters = 'abcdefghijklmnop'
/** A word that stands nowhere else, of letters alone, as a name is. */
const newWord = (): string => `plant${[...randomBytes(16)].map((byte) => letters[byte % 16]).join('')}`

/** Plants strings: each is a word that stands nowhere else. */
export function planting(): { readonly planted: Map<string, Place>; word(place: Place): string } {
  const planted = new Map<string, Place>()
  const word = (place: Place): string => {
    const made = newWord()
    planted.set(made, place)
    return made
  }
  return { planted, word }
}

/** Expects that something is done, also where a busy machine gave a receipt for it first. */
const doneBy =
  (office: Office) =>
  async (asked: ReturnType<Office['post']>, what: string): Promise<void> => {
    const { status, body } = await asked
    expect(status, `${what} ${JSON.stringify(body)}`).to.be.within(200, 202)
    if (status !== 202) return
    const outcome = async (): Promise<unknown> => (await office.get(`/receipts/${body.id ?? ''}`)).body?.outcome
    await until(async () => (await outcome()) !== 'waiting', 60_000)
    expect(await outcome(), what).to.equal('done')
  }
const pieces = ['identity', 'cv', 'transcript', 'motivation-letter', 'language-certificate', 'endorsement']

/** Has a candidate pass through everything that an office does with one, and plants a string wherever something can be said. Answers their id. */
export async function liveThrough(
  office: Office,
  { cycle, settle, word }: { cycle: string; settle(): Promise<string>; word(place: Place): string },
): Promise<{ readonly candidate: string; readonly dossier: string }> {
  const reason = (): string => `Because of ${word('texts')}.`
  const done = doneBy(office)
  const added = await office.post('/candidates', {
    name: `${word('texts')} One`,
    birthOn: '2006-03-14',
    email: `${word('texts')}@student.example`,
    language: 'en',
    nationality: 'VN',
    residence: 'VN',
    level: 'bachelor',
    reason: reason(),
  })
  expect(added.status, JSON.stringify(added.body)).to.equal(201)
  const candidate = added.body.id ?? ''
  for (const place of ['texts', 'candidates'] as const)
    await done(
      office.patch(`/candidates/${candidate}`, {
        name: `${word(place)} Two`,
        email: `${word(place)}@student.example`,
        reason: reason(),
      }),
      'patch',
    )
  const of = `/participations/${cycle}.usth`
  const wishes = { wishes: ['icm'], channel: 'jointCampaign' }
  await done(office.post(`${of}/nominate`, { candidate, ...wishes, statement: reason() }), 'nominate')
  await done(office.post(`${of}/returnNomination`, { nomination: 'n1', reason: reason() }), 'return')
  await done(office.post(`${of}/correctNomination`, { nomination: 'n1', statement: reason() }), 'correct')
  const dossier = await settle()
  const at = `/dossiers/${dossier}`
  await done(office.post(`${at}/acknowledge`, {}), 'acknowledge')
  for (const piece of [...pieces, ...pieces, ...pieces.slice(0, 5)]) {
    const scan = await office.upload(pdf({ page: `/Plant (${word('documents')})` }), `${word('texts')} ${piece}.pdf`)
    expect(scan.status).to.equal(201)
    await done(office.post(`${at}/deposit`, { piece, document: scan.body.id }), piece)
  }
  await done(office.post(`${at}/markNotConcerned`, { piece: 'cv', reason: reason() }), 'markNotConcerned')
  // What is refused, and what somebody looks for, stays nowhere.
  const lost = word('nowhere')
  expect((await office.post(`${at}/reopen`, { reason: lost })).status).to.equal(409)
  expect((await office.post(`${at}/deposit`, { piece: lost })).status).to.equal(422)
  expect((await office.get(`/candidates?q=${lost}`)).status).to.equal(200)
  expect((await office.get(`/candidates/${lost}@student.example`)).status).to.equal(404)
  await done(office.post(`${of}/cancelNomination`, { nomination: 'n1', reason: reason() }), 'cancel')
  await settle()
  await done(office.post(`${at}/suspendRetention`, { reason: reason() }), 'suspend')
  await done(office.post(`${at}/liftRetention`, { reason: reason() }), 'lift')
  return { candidate, dossier }
}

/** Everything that a database holds, as texts by collection. */
export async function heldIn({ connection }: Pick<Store, 'connection'>): Promise<ReadonlyMap<string, string>> {
  const names = (await connection.listCollections()).map(({ name }) => name)
  const read = async (name: string): Promise<[string, string]> => [
    name,
    JSON.stringify(await connection.collection(name).find().toArray()).toLowerCase(),
  ]
  return new Map(await Promise.all(names.map(read)))
}

/** Of some words those that stand in a text, in whatever case. */
export const standingIn = (text: string, words: Iterable<string>): string[] => {
  const searched = text.toLowerCase()
  return [...words].filter((word) => searched.includes(word))
}
