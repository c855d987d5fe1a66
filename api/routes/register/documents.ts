import type { z } from 'zod'
import type { Right } from '../../../domain/access.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { registerStream } from '../../../domain/register/register.ts'
import type { Decision } from '../../../store/register/edit.ts'
import type { Numbered } from '../../../store/register/kinds.ts'
import { base } from '../../address.ts'
import { History, HistoryQuery } from '../../contracts/history.ts'
import { parse } from '../../contracts/parse.ts'
import { NoQuery, pageOf } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { basisOf } from '../../http/basis.ts'
import { listRoute, type ListQuery } from '../../http/list-route.ts'
import { jsonBodyOf } from '../../http/request.ts'
import { route, type Asked, type Reply, type Route } from '../../http/route.ts'
import { amend, noted, present } from '../../register/amend.ts'
import { bodyOf, edited, found, type Change, type Creation, type Documents } from '../../register/documents.ts'
import { freeId } from '../../register/free-id.ts'
import { registerHistory } from '../../register/history.ts'
import { once } from '../../register/once.ts'
import { sceneOf } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'
import { perPage } from '../../views/lists.ts'

const reading = { query: NoQuery } as const
const readRegister: Right = 'readRegister'

/** Reads, begins, edits and tells the history of the documents of one collection. */
export const documentRoutes = <D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): readonly Route[] => [
  documentsRoute(deps, documents),
  readRoute(deps, documents),
  addRoute(deps, documents),
  editRoute(deps, documents),
  historyRoute(deps, documents),
]

const pathOf = ({ collection }: { collection: string }): string => `${base}/${collection}`
const shownAs = (view: z.ZodType) => ({ 200: { description: 'As it is now; `ETag` is its number.', body: view } })

function documentsRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { collection: tag, view, query: contract, table, reads = readRegister } = documents
  const summary = `The ${tag} of the register`
  const listed = { page: pageOf(view), table, description: 'By id.' }
  return listRoute(
    deps,
    { path: pathOf(documents), id: tag, tag, summary, query: contract, ...listed },
    async ({ query, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, reads)
      const docs = await documents.list(query, scene, perPage + 1)
      const page = docs.slice(0, perPage)
      const next = docs.length > perPage ? (page.at(-1)?._id ?? null) : null
      return { items: await Promise.all(page.map((doc) => documents.shown(doc, scene))), next }
    },
  )
}

function readRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { kind, collection: tag, view, reads = readRegister } = documents
  const place = { path: `${pathOf(documents)}/{id}`, id: kind.type, tag, ...reading }
  return route(
    { method: 'get', ...place, summary: `One ${kind.type}`, answers: shownAs(view) },
    async ({ key, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, reads)
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
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, edits)
      const { input, texts } = bodyOf(scene, { contract: body, stream: registerStream(kind.type, id) })
      const checked = async (): Promise<void> => documents.checked?.(input, { scene, id })
      let done = (): void => undefined
      const decide = (found: D | undefined): Decision<D> => {
        const before = present(found)
        const change = documents.edited(before, input, scene)
        done = () => documents.told?.(before, change, scene)
        return { act: 'Edited', change, ...noted(input), ...documents.beside?.(before, change) }
      }
      const seq = basisOf(asked.req, input)
      return edited(scene, documents, { kind, id, texts, seq, checked, decide, done: () => done() })
    },
  )
}

function historyRoute<D extends Numbered, Q extends ListQuery, C extends Creation, P extends Change>(
  deps: Deps,
  documents: Documents<D, Q, C, P>,
): Route {
  const { kind, collection: tag, reads = readRegister } = documents
  const place = { path: `${pathOf(documents)}/{id}/history`, id: `${kind.type}History`, tag, query: HistoryQuery }
  const summary = `Everything that happened to a ${kind.type}: who, when, why`
  return route(
    { method: 'get', ...place, summary, answers: { 200: { description: 'Its ledger, in order.', body: History } } },
    async ({ key: id, query, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, reads)
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
  const scene = sceneOf(deps, asked)
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
      let change: Decision<D>['change'] = {}
      const checked = async (): Promise<void> => {
        change = await documents.begun(input, { scene, id })
      }
      const decide = (before: D | undefined): Decision<D> => {
        if (before) throw new Refusal('register.exists', { id })
        return { act: 'Added', change, ...noted(input) }
      }
      await amend(scene, { kind, id, texts, checked, decide }, asking)
      return added(id)
    },
    again: ([one]) => added(one?.id ?? ''),
  })
}
