import type { z } from 'zod'
import type { Right } from '../../domain/access.ts'
import { registerStream } from '../../domain/register/register.ts'
import type { Decision } from '../../store/register/edit.ts'
import type { Kind, Numbered } from '../../store/register/kinds.ts'
import { withoutTexts } from '../command/kept-texts.ts'
import { parse } from '../contracts/parse.ts'
import type { Table } from '../exports/table.ts'
import { tagOf } from '../http/basis.ts'
import type { ListQuery } from '../http/list-route.ts'
import { jsonBodyOf } from '../http/request.ts'
import type { Reply } from '../http/route.ts'
import { amend, present, type Amendment } from './amend.ts'
import { once } from './once.ts'
import type { Scene } from './scene.ts'

/** How documents of a kind are shown. */
export interface Shown<D extends Numbered> {
  readonly kind: Kind<D>
  shown(doc: D, scene: Scene): Promise<object>
}
export type Creation = z.ZodType<{ id?: string | undefined; reason?: string | undefined }>
export type Change = z.ZodType<{ seq?: number | undefined; reason?: string | undefined }>

/** What one collection of the register is made of: its routes follow. */
export interface Documents<
  D extends Numbered,
  Q extends ListQuery,
  C extends Creation,
  P extends Change,
> extends Shown<D> {
  /** `'partners'` */
  readonly collection: string
  /** Who may read them: without a right of their own, everyone who may read the register. */
  readonly reads?: Right
  readonly edits: Right
  /** How it is shown. */
  readonly view: z.ZodType
  /** How its list stands in a file. */
  readonly table: Table
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
  /** What an edit does beside. */
  beside?(before: D, change: Decision<D>['change']): Pick<Decision<D>, 'asks' | 'signsOut'>
  /** Tells whom an edit concerns, once it is written. */
  told?(before: D, change: Decision<D>['change'], scene: Scene): void
  /** What has to be looked up before an edit is judged; throws as well. */
  checked?(body: z.output<P>, at: { scene: Scene; id: string }): Promise<void>
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
