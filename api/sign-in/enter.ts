import type { Request } from 'express'
import { holdsMandate } from '../../domain/mandates.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { justBefore } from '../../store/pressed-again.ts'
import { findPerson, type Person } from '../../store/register/people.ts'
import { findSignInLink, useSignInLink, type SignInLink } from '../../store/sign-in-links.ts'
import type { Deps } from '../deps.ts'
import { gaveUp, takeTime } from '../http/patience.ts'
import { Problem, Unavailable } from '../http/problem.ts'
import { beginSession, linkOfSession } from '../session/session.ts'
import { markOf } from './browser-mark.ts'

/** A link that somebody holds, by its token. */
interface Held {
  readonly deps: Deps
  readonly token: string
}

/**
 * The person whom a link would sign in here; changes nothing. Throws `link-unknown` (404), `link-used`, `link-ended` and
 * `link-expired` (410, also for whoever has left since), and `link-other-browser` (403).
 */
export const openLink = async (req: Request, held: Held): Promise<Person> => opened(await linkOf(req, held), held.deps)

/**
 * Signs the person of a link in, and uses it up; answers where its use leads. Pressed again just afterwards, in its browser, it answers as it did, as
 * long as nobody has ended its session (ADR 80). Throws what `openLink` throws.
 */
export async function enter(
  req: Request,
  { deps, token, leadsTo }: Held & { readonly leadsTo: string },
): Promise<string> {
  const link = await linkOf(req, { deps, token })
  const person = isPressedAgain(req, link, deps) ? await personOf(link, deps) : await opened(link, deps)
  // Whoever has been told that we are away is not to find it done behind their back.
  if (gaveUp(req)) throw new Unavailable()
  if (link.usedAt === undefined)
    await useSignInLink(deps.store, { token, mark: markOf(req, deps) ?? '', leadsTo, now: deps.now() })
  const used = await linkOf(req, { deps, token })
  if (!isPressedAgain(req, used, deps)) throw new Problem(410, 'link-used')
  takeTime(req)
  if (linkOfSession(req) !== used.id) await beginSession(req, { person, link: used.id, at: used.usedAt, deps })
  return used.leadsTo ?? '/'
}

const linkOf = async (req: Request, { deps, token }: Held): Promise<SignInLink> => {
  const link = await findSignInLink(deps.store, { token, mark: markOf(req, deps) })
  if (!link) throw new Problem(404, 'link-unknown')
  return link
}

async function opened(link: SignInLink, deps: Deps): Promise<Person> {
  if (link.usedAt !== undefined) throw new Problem(410, 'link-used')
  if (link.ended) throw new Problem(410, 'link-ended')
  if (link.expiresAt <= deps.now()) throw new Problem(410, 'link-expired')
  if (!link.askedHere) throw new Problem(403, 'link-other-browser')
  return personOf(link, deps)
}

async function personOf({ person: id }: SignInLink, { store, now, rules }: Deps): Promise<Person> {
  const person = await findPerson(store, id)
  if (!person || !holdsMandate(person, dayOf(now(), rules.calendar))) throw new Problem(410, 'link-expired')
  return person
}

/** Whether a link was used just now in this browser, which holds its mark still or has its session already, and nobody has ended that. */
const isPressedAgain = (
  req: Request,
  link: SignInLink,
  { now }: Deps,
): link is SignInLink & { readonly usedAt: Instant } =>
  link.usedAt !== undefined &&
  link.usedAt > justBefore(now()) &&
  !link.ended &&
  (link.askedHere || linkOfSession(req) === link.id)
