import { randomUUID } from 'node:crypto'
import pLimit from 'p-limit'
import { holdsMandate } from '../../domain/mandates.ts'
import { dayOf, plusMs } from '../../domain/time.ts'
import { renderSignIn } from '../../mail/sign-in.ts'
import { findPersonByEmail } from '../../store/register/people.ts'
import { countSignInLinks, makeSignInLink } from '../../store/sign-in-links.ts'
import type { Deps } from '../deps.ts'
import { sendAtOnce } from './direct-mail.ts'
import { linkMinutes } from './link-minutes.ts'

/** How many links are mailed to one person for one browser in the life of one: who has that many in the mailbox needs no more. */
const mostPerBrowser = 5
/** And for all browsers of one origin: two of their own may fill them, and a stranger elsewhere takes none from them. */
const mostFromOrigin = 10
/** And everywhere together: high, so that nobody is locked out by others who ask in their name. */
const mostPerPerson = 50
/** Who asks for a link: by which address, in the browser that holds which mark, from which origin (a keyed hash). */
export interface LinkAsked {
  readonly email: string
  readonly mark: string
  readonly origin: string
}

// Many who ask at once are counted like many who ask one after the other.
const inTurn = pLimit(1)

/** Makes and mails a sign-in link, if this is the address of someone who holds a mandate today and who has not enough of them. */
export async function sendLink(deps: Deps, asked: LinkAsked): Promise<void> {
  const { store, rules, publicUrl, now } = deps
  const person = await findPersonByEmail(store, asked.email)
  if (!person || !holdsMandate(person, dayOf(now(), rules.calendar))) return
  const token = await inTurn(() => linkFor(deps, { ...asked, person: person.id }))
  if (token === undefined) return
  const { language } = person
  const worded = renderSignIn({ url: `${publicUrl}/sign-in/${token}`, minutes: linkMinutes, language })
  await sendAtOnce(deps, { ...worded, messageId: `sign-in.${randomUUID()}`, to: person.email })
}

/** The token of a new link; none where enough of them wait to be opened. */
async function linkFor(
  { store, now }: Deps,
  { person, mark, origin }: Omit<LinkAsked, 'email'> & { person: string },
): Promise<string | undefined> {
  const open = await countSignInLinks(store, { person, mark, origin, now: now() })
  if (open.here >= mostPerBrowser || open.fromOrigin >= mostFromOrigin || open.everywhere >= mostPerPerson)
    return undefined
  return makeSignInLink(store, { person, mark, origin, now: now(), expiresAt: plusMs(now(), linkMinutes * 60_000) })
}
