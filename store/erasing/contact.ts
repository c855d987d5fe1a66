import { trusted } from 'mongoose'
import { registerStream } from '../../domain/register/register.ts'
import type { Store } from '../connect.ts'
import { refsIn } from '../story-texts.ts'
import { eraseParty, type Of } from './party.ts'

/** What a contact did by their links, and every word that they wrote. */
export async function contactHeld(
  { ledger, texts }: Pick<Store, 'ledger' | 'texts'>,
  contact: string,
): Promise<object> {
  const actor = `person:${contact}`
  const [acts, written] = await Promise.all([
    ledger.find({ actor }, { _id: 0, stream: 1, seq: 1, type: 1, at: 1, byLink: 1 }).sort({ at: 1 }).lean(),
    texts.find({ author: actor }, { _id: 0, stream: 1, text: 1, writtenAt: 1 }).sort({ writtenAt: 1 }).lean(),
  ])
  return { acts, written }
}

/** Takes away all that is held of a partner's contact beside what their partner's entries said of them: also the reasons of the edits that name them. */
export async function eraseContact(store: Store, { partner, ...of }: Of & { readonly partner: string }): Promise<void> {
  const { ledger, texts } = store
  const said = { stream: registerStream('partner', partner), 'data.contact': of.party }
  const entries = await ledger.find(said, { data: 1 }, of.within).lean()
  await texts.deleteMany({ _id: trusted({ $in: entries.flatMap(({ data }) => refsIn(data)) }) }, of.within)
  await eraseParty(store, of)
}
