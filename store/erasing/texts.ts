import { trusted } from 'mongoose'
import { candidateStream } from '../../domain/register/personal.ts'
import { registerStream } from '../../domain/register/register.ts'
import type { Store } from '../connect.ts'
import { contended } from '../contended.ts'
import { editRegister, type Authorship, type Editing } from '../register/edit.ts'
import { erasedTextKind } from '../register/kinds.ts'
import type { ErasedTextDoc } from '../register/schemas.ts'
import type { TextDoc } from '../text-schema.ts'
import { refsIn } from '../story-texts.ts'
import { idOfText } from '../texts.ts'

type Texts = Pick<Store, 'texts' | 'ledger'>
/** Under which what the entries of somebody said of them is kept, beside the reasons of those entries: it goes with them alone. */
const ofPeople = [registerStream('person', ''), candidateStream('')]
/** Every text but the values of contacts, and those that were erased. */
const free = { stream: trusted({ $not: /^contact\// }), erasedAt: trusted({ $exists: false }) }

/** The free texts that say something, whichever file they are of, the newest first; at most so many. */
export async function findTexts(
  store: Texts,
  { says, most }: { says(text: string): boolean; readonly most: number },
): Promise<readonly TextDoc[]> {
  const found: TextDoc[] = []
  for await (const doc of store.texts.find(free).lean().cursor()) {
    if (says(doc.text) && !(await isOfValues(store, doc))) found.push(doc)
    if (found.length === most) break
  }
  return found.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime())
}

/** One free text, also one that was erased; nothing where there is none. */
export async function findText(store: Texts, ref: string): Promise<TextDoc | undefined> {
  const doc = await store.texts.findOne({ _id: ref, stream: free.stream }).lean()
  return doc && !(await isOfValues(store, doc)) ? doc : undefined
}

/**
 * Erases one text: in its place stands from now on what is given, and an entry of the ledger says who erased which text of which stream, in one
 * transaction (ADR 78). One that was erased already stays as it is.
 */
export const eraseText = (
  store: Store,
  { ref, by, instead }: { readonly ref: string; readonly by: Authorship; readonly instead: string },
): Promise<void> =>
  contended(async () => {
    const still = { _id: ref, erasedAt: free.erasedAt }
    const text = await store.texts.findOne(still, { stream: 1 }).lean()
    if (!text) return
    const editing: Editing<ErasedTextDoc> = {
      id: idOfText(ref),
      // Also where it was erased, taken away with somebody, and written again.
      decide: () => ({ act: 'Erased', change: { of: text.stream }, erases: [] }),
      writes: async (within) => {
        const erased = { text: instead, erasedAt: new Date(by.at), erasedBy: by.actor }
        await store.texts.updateOne(still, { $set: erased }, within)
      },
    }
    await editRegister(store, { kind: erasedTextKind, edits: [editing], by })
  })

/** Whether a text holds what an entry of the register said of somebody, and no reason. */
async function isOfValues({ ledger }: Pick<Store, 'ledger'>, { _id, stream }: TextDoc): Promise<boolean> {
  if (!ofPeople.some((start) => stream.startsWith(start))) return false
  const entries = await ledger.find({ stream }, { data: 1 }).lean()
  const values = entries.map(({ data }) => ('values' in data ? data.values : undefined))
  return refsIn(values).includes(_id)
}
