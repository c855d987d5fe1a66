import type { Request } from 'express'
import type { Actor } from '../../../domain/actor.ts'
import type { Language } from '../../../domain/language.ts'
import { instant, type Instant } from '../../../domain/time.ts'
import { sha256 } from '../../../store/chain.ts'
import type { Link } from '../../../store/links.ts'
import type { RegisterNow } from '../../../store/register/now.ts'
import { submit } from '../../command/submit.ts'
import type { Deps } from '../../deps.ts'
import { patienceOf, takeTime, waitOf } from '../../http/patience.ts'

/** What can be done: the command with its body, and the last entry that its reader saw. */
export interface Given {
  readonly command: string
  readonly body: object
  readonly seq: string
  /** It is meant whatever else was recorded since the page was shown. */
  readonly regardless?: true
}
/** The file that a page shows. */
interface Shown {
  readonly id: string
  readonly seq: number
}
/** It was received, and is not recorded yet. */
export interface Late {
  readonly is: 'received'
  readonly at: Instant
  readonly row: string
}
/** Whoever gives it, by which link; `under` parts the kinds of links, `'partner'`. */
interface Giving {
  readonly req: Request
  readonly under: string
  readonly link: Link
  readonly file: Shown
  /** What its pages are numbered by now, where that is not the last entry's number (ADR 70). */
  readonly page?: number | undefined
  readonly actor: Actor
  readonly register: RegisterNow
  readonly language: Language
  readonly given: Given
  /** When they stop waiting for the engine, in milliseconds since 1970, where that is later than for any request. */
  readonly until?: number | undefined
}

/**
 * Does it, once however often one page sends it. Answers nothing when it is recorded, and a receipt when it is only received. Throws
 * `command.overtaken` for a page that is older than the file (ADR 43).
 */
export async function giveByLink(
  deps: Deps,
  { req, under, link, file, page, actor, register, language, given, until = patienceOf(req) }: Giving,
): Promise<Late | undefined> {
  const { command, body } = given
  const submitted = await submit(deps, {
    actor,
    register,
    stream: file.id,
    command,
    body,
    basis: () => (given.regardless ? undefined : basisIn(given, { file, page })),
    key: sha256(JSON.stringify([under, file.id, link.party, given])),
    language,
    ...waitOf(req),
    until,
  })
  takeTime(req)
  return submitted.kind === 'received'
    ? { is: 'received', at: instant(submitted.receipt.receivedAt), row: submitted.receipt.id }
    : undefined
}

/** What a page is based on; nothing at all where it has a number that no page of this file has. */
function basisIn({ seq }: Given, { file: { seq: last }, page }: Pick<Giving, 'file' | 'page'>): number {
  const said = /^\d{1,9}$/.test(seq) ? Number(seq) : 0
  if (page !== undefined) return said === page ? last : 0
  return said <= last ? said : 0
}
