import { registerStream, type Fields } from '../../domain/register/register.ts'
import { contended } from '../../store/contended.ts'
import { editRegister, type Ask, type Decision, type Editing, type Written } from '../../store/register/edit.ts'
import type { Kind, Numbered, Within } from '../../store/register/kinds.ts'
import type { KeptText } from '../../store/texts.ts'
import type { Deps } from '../deps.ts'
import { takeTime } from '../http/patience.ts'
import { Problem } from '../http/problem.ts'
import { registerHistory } from './history.ts'
import { authorshipOf, type Asking } from './once.ts'
import type { Scene } from './scene.ts'

/** One edit of one document, as someone asks for it. */
export interface Amendment<D extends Numbered> {
  readonly kind: Kind<D>
  readonly id: string
  /** The number of the entry it is based on; without it, whatever the document is by then. */
  readonly seq?: number | undefined
  readonly texts?: readonly KeptText[] | undefined
  /** What has to be looked up before, each time it is tried; throws as well. */
  checked?(): Promise<void>
  /** What becomes of it. Throws the `Refusal` with which it is refused. */
  decide(before: D | undefined): Decision<D> | undefined
  /** What it asks of processes as they stand when it is written. */
  asks?(within: Within): Promise<readonly Ask[]>
  /** What is written with it beside the register. */
  writes?(within: Within): Promise<void>
  /** What is edited with it, all of it or nothing. */
  with?(): Promise<readonly Editing<D>[]>
  /** Once it is written; not where nothing was to be done. */
  done?(): void
}

/** The document changed since whoever edits it has read it. */
class Stale extends Error {
  override readonly name = 'Stale'
  /** The number of its last edit. */
  readonly seq: number
  constructor(stream: string, seq: number) {
    super(stream)
    this.seq = seq
  }
}

/**
 * Writes an edit. Throws `not-found` for a document that is not there, and `edit-overtaken` (412) with the entries written
 * since by others.
 */
export async function amend<D extends Numbered>(scene: Scene, amendment: Amendment<D>, asking: Asking): Promise<void> {
  const { deps, asked } = scene
  const { kind, id, seq, texts, decide } = amendment
  const stream = registerStream(kind.type, id)
  const edit = {
    id,
    decide: (before: D | undefined) => {
      if (before && seq !== undefined && before.seq !== seq) throw new Stale(stream, before.seq)
      return decide(before)
    },
    asks: async (within: Within) => (await amendment.asks?.(within)) ?? [],
    writes: async (within: Within) => amendment.writes?.(within),
  }
  const by = authorshipOf(scene, asking)
  const written = await contended(async () => {
    // Others may have written meanwhile what it is checked against.
    await amendment.checked?.()
    const edits = [edit, ...((await amendment.with?.()) ?? [])]
    return editRegister(deps.store, { kind, edits, by, texts })
  }).catch(async (error: unknown) => {
    throw error instanceof Stale ? await overtaken(scene, { stream, after: seq ?? 0, seq: error.seq }) : error
  })
  if (written.length > 0) amendment.done?.()
  await handedOn(deps, written)
  takeTime(asked.req)
}

/** Has processes take what edits left for them; whoever is not there now finds it later. */
export async function handedOn({ gateway }: Pick<Deps, 'gateway'>, written: readonly Written[]): Promise<void> {
  const rows = written.flatMap((one) => one.rows)
  await Promise.all(rows.map(({ _id, stream, command }) => gateway.take(stream, _id, command)))
}

async function overtaken(
  scene: Scene,
  { stream, after, seq }: { stream: string; after: number; seq: number },
): Promise<Problem> {
  const { items } = await registerHistory({ stream, after }, scene)
  return new Problem(412, 'edit-overtaken', { seq: items.at(-1)?.seq ?? seq, changes: items })
}

/** Throws `not-found` where there is no document. */
export function present<D>(before: D | undefined): D {
  if (before === undefined) throw new Problem(404, 'not-found')
  return before
}

/** The reason of an edit, as its entry notes it. */
export const noted = ({ reason }: { reason?: string | undefined }): { notes: Fields } => ({
  notes: reason === undefined ? {} : { reason },
})
