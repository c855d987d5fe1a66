import type { z } from 'zod'
import type { Right } from '../../domain/access.ts'
import { registerStream } from '../../domain/register/register.ts'
import { Refusal } from '../../domain/refusals.ts'
import type { Decision } from '../../store/register/edit.ts'
import type { Kind, Numbered } from '../../store/register/kinds.ts'
import { assertRight } from '../access.ts'
import { base } from '../address.ts'
import { History, HistoryQuery } from '../contracts/history.ts'
import { parse } from '../contracts/parse.ts'
import { NoQuery, pageOf } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { withoutTexts } from '../kept-texts.ts'
import { jsonBodyOf } from '../request.ts'
import { route, type Asked, type Reply, type Route } from '../route.ts'
import { basisOf, tagOf } from '../basis.ts'
import { amend, noted, present, type Amendment } from './amend.ts'
import { freeId } from './free-id.ts'
import { registerHistory } from './history.ts'
import { once } from './once.ts'
import { sceneOf, type Scene } from './scene.ts'

/** How documents of a kind are shown. */
export interface Shown<D extends Numbered> {
  readonly kind: Kind<D>
  shown(doc: D, scene: Scene): Promise<object>
}
type ListQuery = z.ZodType<{ after?: string | undefined }>
type Creation = z.ZodType<{ id?: string | undefined; reason?: string | undefined }>
type Change = z.ZodType<{ seq?: number | undefined; reason?: string | undefined }>

/** What one collection of the register is made of: its routes follow. */
export interface Documents<
  D extends Numbered,
  Q extends ListQuery,
  C extends Creation,
  P extends Change,
> extends Shown<D> {
  /** `'partners'` */
  readonly collection: string
  readonly edits: Right
  /** How it is shown. */
  readonly view: z.ZodType
  readonly query: Q
  readonly create: C
  readonly patch: P
  /** Those that fit, by id, after the last id of the page before. */
  list(query: z.output<Q>, scene: Scene, limit: number): Promise<readonly D[]>
  /** The id to make of what is sent, where it says none; `cause` is the same for one `Idempotency-Key`. */
  idFor(body: z.output<C>, cause: string): string
  /** What a new one holds. Throws the `Refusal` with which it is refused. */
  begun(body: z.output<C>, at: { scene: Scene; id: string }): Promise<Decision<D>['change']>
  /** What an edit makes of it. Throws the `Refusal` with which it is refused. */
  edited(before: D, body: z.output<P>, scene: Scene): Decision<D>['change']
  /** What has to be looked up before an edit is judged; throws as well. */
  checked?(body: z.output<P>, at: { scene: Scene; id: string }): Promise<void>
}

const perPage = 50
const reading = { query: NoQuery } as const

/** Reads, begins, edits and tells the history of the documents of one collection. */
export const documentRoutes = <D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): readonly Route[] => [
  listRoute(deps, documents),
  readRoute(deps, documents),
  addRoute(deps, documents),
  editRoute(deps, documents),
  historyRoute(deps, documents),
]

const pathOf = ({ collection }: { collection: string }): string => `${base}/${collection}`
const shownAs = (view: z.ZodType) => ({ 200: { description: 'As it is now; `ETag` is its number.', body: view } })

function listRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { collection: tag, view, query: contract } = documents
  const answers = { 200: { description: 'By id.', body: pageOf(view) } }
  const summary = `The ${tag} of the register`
  return route(
    { method: 'get', path: pathOf(documents), id: tag, tag, summary, query: contract, answers },
    async ({ query, ...asked }) => {
      const scene = await sceneOf(deps, asked)
      assertRight(scene.actor, 'readRegister')
      const docs = await documents.list(query, scene, perPage + 1)
      const page = docs.slice(0, perPage)
      const next = docs.length > perPage ? (page.at(-1)?._id ?? null) : null
      return { body: { items: await Promise.all(page.map((doc) => documents.shown(doc, scene))), next } }
    },
  )
}

function readRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { kind, collection: tag, view } = documents
  const place = { path: `${pathOf(documents)}/{id}`, id: kind.type, tag, ...reading }
  return route(
    { method: 'get', ...place, summary: `One ${kind.type}`, answers: shownAs(view) },
    async ({ key, ...asked }) => {
      const scene = await sceneOf(deps, asked)
      assertRight(scene.actor, 'readRegister')
      return found(scene, documents, key)
    },
  )
}

function addRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { kind, collection: tag, view, create: body } = documents
  const place = { path: pathOf(documents), id: `add.${kind.type}`, tag, ...reading }
  const answers = { 201: { description: 'As it was added.', body: view } }
  return route({ method: 'post', ...place, summary: `Add a ${kind.type}`, body, repeatable: true, answers }, (asked) =>
    begin(deps, documents, asked),
  )
}

function editRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { kind, collection: tag, view, edits, patch: body } = documents
  const place = { path: `${pathOf(documents)}/{id}`, id: `edit.${kind.type}`, tag, ...reading }
  const summary = `Edit a ${kind.type}, based on its number (\`seq\`, or \`If-Match\`)`
  return route(
    { method: 'patch', ...place, summary, body, repeatable: true, basis: 'seq', answers: shownAs(view) },
    async ({ key: id, ...asked }) => {
      const scene = await sceneOf(deps, asked)
      assertRight(scene.actor, edits)
      const { input, texts } = bodyOf(scene, { contract: body, stream: registerStream(kind.type, id) })
      const checked = async (): Promise<void> => documents.checked?.(input, { scene, id })
      const decide = (before: D | undefined): Decision<D> => ({
        act: 'Edited',
        change: documents.edited(present(before), input, scene),
        ...noted(input),
      })
      return edited(scene, documents, { kind, id, texts, seq: basisOf(asked.req, input), checked, decide })
    },
  )
}

function historyRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { kind, collection: tag } = documents
  const place = { path: `${pathOf(documents)}/{id}/history`, id: `${kind.type}History`, tag, query: HistoryQuery }
  const summary = `Everything that happened to a ${kind.type}: who, when, why`
  return route(
    { method: 'get', ...place, summary, answers: { 200: { description: 'Its ledger, in order.', body: History } } },
    async ({ key: id, query, ...asked }) => {
      const scene = await sceneOf(deps, asked)
      assertRight(scene.actor, 'readRegister')
      present((await kind.read(deps.store, [id]))[0])
      return { body: await registerHistory({ stream: registerStream(kind.type, id), after: query.after }, scene) }
    },
  )
}

/** Adds a document, once for one `Idempotency-Key`; its id is the one that is sent, or the first free one that is made of what is sent. */
async function begin<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
  { key: _, ...asked }: Asked<unknown>,
): Promise<Reply> {
  const { kind, create, edits, collection } = documents
  const scene = await sceneOf(deps, asked)
  assertRight(scene.actor, edits)
  const sent = parse(create, { value: jsonBodyOf(asked.req), or: 'invalid-body' })
  const added = async (id: string): Promise<Reply> => {
    const reply = await found(scene, documents, id)
    return { ...reply, status: 201, headers: { ...reply.headers, Location: `${base}/${collection}/${id}` } }
  }
  return once(scene, kind.type, {
    act: async (asking) => {
      const id = sent.id ?? (await freeId(scene, kind, documents.idFor(sent, asking.cause)))
      const { input, texts } = bodyOf(scene, { contract: create, stream: registerStream(kind.type, id) })
      const change = await documents.begun(input, { scene, id })
      const decide = (before: D | undefined): Decision<D> => {
        if (before) throw new Refusal('register.exists', { id })
        return { act: 'Added', change, ...noted(input) }
      }
      await amend(scene, { kind, id, texts, decide }, asking)
      return added(id)
    },
    again: ([one]) => added(one?.id ?? ''),
  })
}

/** Reads a body with its contract and takes its free texts out. Throws `invalid-body`. */
export function bodyOf<T extends z.ZodType>(
  { asked, deps, actor }: Scene,
  { contract, stream }: { contract: T; stream: string },
): { input: z.output<T>; texts: Amendment<Numbered>['texts'] } {
  const value = parse(contract, { value: jsonBodyOf(asked.req), or: 'invalid-body' })
  const { input, texts } = withoutTexts(contract, { value, stream, author: actor.id, secret: deps.secret })
  return { input: parse(contract, { value: input, or: 'invalid-body' }), texts }
}

/** Writes an edit once for one `Idempotency-Key`, and answers with the document as it is afterwards. */
export async function edited<D extends Numbered>(
  scene: Scene,
  documents: Shown<D>,
  amendment: Amendment<D>,
): Promise<Reply> {
  const { kind, id } = amendment
  return once(scene, registerStream(kind.type, id), {
    act: async (asking) => {
      await amend(scene, amendment, asking)
      return found(scene, documents, id)
    },
    again: async () => found(scene, documents, id),
  })
}

/** A document as it is now, with its number. Throws `not-found`. */
export async function found<D extends Numbered>(scene: Scene, { kind, shown }: Shown<D>, id: string): Promise<Reply> {
  const doc = present((await kind.read(scene.store, [id]))[0])
  return { headers: { ETag: tagOf(doc.seq) }, body: await shown(doc, scene) }
}
