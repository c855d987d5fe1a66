import { trusted } from 'mongoose'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import type { Store } from '../connect.ts'
import { loose } from '../documents.ts'
import type { Ask } from '../register/edit.ts'
import type { Within } from '../register/kinds.ts'

/** Whoever mail goes to, by their id in the register. */
export interface Of {
  readonly party: string
  readonly within: Within
}

/** What erasing somebody asks of their correspondence, where there is one: nothing waits to go to them any more. */
export async function asksToForget({ files }: Pick<Store, 'files'>, { party, within }: Of): Promise<readonly Ask[]> {
  const stream = correspondenceId(party)
  const written = await files.exists({ _id: stream }).session(within.session ?? null)
  return written ? [{ stream, command: 'forget', input: {} }] : []
}

/** What is held of whoever mail goes to beside the register and the files, without secrets: the codes and sessions of their links, and the mails that were offered to their server. */
export async function partyHeld(
  { links, linkCodes, linkSessions, mails }: Pick<Store, 'links' | 'linkCodes' | 'linkSessions' | 'mails'>,
  party: string,
): Promise<object> {
  const stream = correspondenceId(party)
  const opened = await links.find({ party }, { _id: 1 }).lean()
  const ofLinks = { link: trusted({ $in: opened.map(({ _id }) => _id) }) }
  const [codes, sessions, offers] = await Promise.all([
    linkCodes.find({ party }, { _id: 0, madeAt: 1, usedAt: 1 }).sort({ madeAt: 1 }).lean(),
    linkSessions.find(ofLinks, { _id: 0, until: 1, idleUntil: 1 }).sort({ until: 1 }).lean(),
    mails.find({ stream }, { _id: 0, offers: 1, offeredAt: 1 }).sort({ offeredAt: 1 }).lean(),
  ])
  return { codes, sessions, offers }
}

/**
 * Takes away what is held of whoever mail goes to beside the register and the files: what was said of their mailbox, links and codes, what is known of
 * their mails, and what they sent that belongs to no file, which `forgetGivenUp` takes off the shelf.
 */
export async function eraseParty(store: Store, { party, within }: Of): Promise<void> {
  const { texts, links, linkCodes, linkSessions, mails, documents } = store
  const stream = correspondenceId(party)
  const theirs = { by: `person:${party}` as const, ...loose }
  const sent = await documents.find(theirs, { name: 1 }, within).lean()
  await texts.deleteMany({ $or: [{ stream }, { _id: trusted({ $in: sent.map(({ name }) => name) }) }] }, within)
  await documents.updateMany(theirs, { $set: { givenUp: true } }, within)
  const opened = await links.find({ party }, { _id: 1 }, within).lean()
  await linkSessions.deleteMany({ link: trusted({ $in: opened.map(({ _id }) => _id) }) }, within)
  await linkCodes.deleteMany({ party }, within)
  await links.deleteMany({ party }, within)
  await mails.deleteMany({ stream }, within)
}
