import { candidateByLink, type Actor } from '../../../domain/actor.ts'
import { isOpen } from '../../../domain/dossier/dossier.ts'
import { dossier } from '../../../domain/dossier/process.ts'
import { untakenRows } from '../../../store/inbox.ts'
import { findLink, type Link } from '../../../store/links.ts'
import { registerNow, type RegisterNow } from '../../../store/register/now.ts'
import { findCandidateRecipient, type Recipient } from '../../../store/register/recipients.ts'
import { loadDossier } from '../../../store/typed.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import type { DossierFile } from '../../views/dossier.ts'
import { isAstray } from '../links/astray.ts'
import type { Late } from '../links/give.ts'

/** What a link opens now. Only `open` can be acted on. */
export type Opened =
  { readonly is: 'open'; readonly may: readonly string[] } | Late | { readonly is: 'closed' | 'withdrawn' | 'expired' }
export type Closed = Exclude<Opened, { is: 'open' }>

/** A link as it stands now: the dossier it is for, and whose it is. */
export interface Reading {
  readonly link: Link
  readonly file: DossierFile
  readonly register: RegisterNow
  /** The candidate it was sent to; absent where the register knows them no more. */
  readonly candidate: Recipient | undefined
  readonly actor: Actor
  readonly opened: Opened
}

// More wait in one inbox only if someone makes a sport of it.
const rowsLookedAt = 50

/** Reads what a token opens, and changes nothing. Throws `link-unknown` (404) for a token that is not one of ours. */
export async function readDossierLink(deps: Deps, token: string): Promise<Reading> {
  const link = await findLink(deps.store, token)
  const file = link && (await loadDossier(deps.store, link.file))
  if (!link || !file) throw new Problem(404, 'link-unknown')
  const [register, candidate] = await Promise.all([
    registerNow(deps.store),
    findCandidateRecipient(deps.store, link.party),
  ])
  const actor = candidateByLink(link.party, { file: link.file })
  return { link, file, register, candidate, actor, opened: await openedNow(deps, { link, file, actor }) }
}

async function openedNow(
  { store, now }: Deps,
  { link, file, actor }: Pick<Reading, 'link' | 'file' | 'actor'>,
): Promise<Opened> {
  if (link.until === undefined || link.until <= now() || (await isAstray(store, link))) return { is: 'expired' }
  if (file.state.candidate !== link.party) return { is: 'expired' }
  const waiting = (await untakenRows(store, file.id, rowsLookedAt)).find((row) => row.actor.id === actor.id)
  if (waiting) return { is: 'received', at: waiting.receivedAt, row: waiting.id }
  if (!isOpen(file.state)) return { is: file.state.status === 'withdrawn' ? 'withdrawn' : 'closed' }
  return { is: 'open', may: dossier.may(file, actor) }
}
