import type { Request } from 'express'
import { holdsMandate } from '../../domain/mandates.ts'
import { dayOf } from '../../domain/time.ts'
import { findPerson, type Person } from '../../store/register/people.ts'
import { findSignInLink, useSignInLink } from '../../store/sign-in-links.ts'
import type { Deps } from '../deps.ts'
import { takeTime } from '../http/patience.ts'
import { Problem } from '../http/problem.ts'
import { beginSession } from '../session/session.ts'
import { markOf } from './browser-mark.ts'

/**
 * The person whom a link would sign in here; changes nothing. Throws `link-unknown` (404), `link-used`, `link-ended` and
 * `link-expired` (410, also for whoever has left since), and `link-other-browser` (403).
 */
export async function openLink(req: Request, { deps, token }: { deps: Deps; token: string }): Promise<Person> {
  const { store, now, rules } = deps
  const link = await findSignInLink(store, { token, mark: markOf(req, deps) })
  if (!link) throw new Problem(404, 'link-unknown')
  if (link.used) throw new Problem(410, 'link-used')
  if (link.ended) throw new Problem(410, 'link-ended')
  if (link.expiresAt <= now()) throw new Problem(410, 'link-expired')
  if (!link.askedHere) throw new Problem(403, 'link-other-browser')
  const person = await findPerson(store, link.person)
  if (!person || !holdsMandate(person, dayOf(now(), rules.calendar))) throw new Problem(410, 'link-expired')
  return person
}

/** Uses a link up and signs its person in. Of several attempts at once one does, the others throw `link-used`. */
export async function enter(req: Request, { deps, token }: { deps: Deps; token: string }): Promise<void> {
  const person = await openLink(req, { deps, token })
  const used = await useSignInLink(deps.store, { token, mark: markOf(req, deps) ?? '', now: deps.now() })
  if (!used) throw new Problem(410, 'link-used')
  takeTime(req)
  await beginSession(req, { person, deps })
}
