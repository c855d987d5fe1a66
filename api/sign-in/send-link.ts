import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { dayOf, plusMs } from '../../domain/time.ts'
import { MailRefused } from '../../mail/failures.ts'
import { renderSignIn } from '../../mail/sign-in.ts'
import { countSignInLinks, makeSignInLink } from '../../store/sign-in-links.ts'
import { findPersonByEmail } from '../../store/register/people.ts'
import type { Deps, DirectMail } from '../deps.ts'
import { holdsMandate } from '../../domain/mandates.ts'
import { linkMinutes } from './link-minutes.ts'

/** How many links are mailed to one person for one browser in the life of one: who has that many in the mailbox needs no more. */
const mostPerBrowser = 5
/** And in all browsers together: high, so that nobody is locked out by others who ask in their name. */
const mostPerPerson = 50
// A mail server that is just being restarted is back by then; a link is worth ten minutes, so nobody tries longer.
const pausesMs = [1000, 4000] as const

/** Makes and mails a sign-in link, if this is the address of someone who holds a mandate today. */
export async function sendLink(deps: Deps, { email, mark }: { email: string; mark: string }): Promise<void> {
  const { store, rules, publicUrl, now } = deps
  const person = await findPersonByEmail(store, email)
  if (!person || !holdsMandate(person, dayOf(now(), rules.calendar))) return
  const open = await countSignInLinks(store, { person: person.id, mark, now: now() })
  if (open.here >= mostPerBrowser || open.everywhere >= mostPerPerson) return
  const life = { now: now(), expiresAt: plusMs(now(), linkMinutes * 60_000) }
  const token = await makeSignInLink(store, { person: person.id, mark, ...life })
  const { language } = person
  const worded = renderSignIn({ url: `${publicUrl}/sign-in/${token}`, minutes: linkMinutes, language })
  await sendRepeatedly(deps, { ...worded, messageId: `sign-in.${randomUUID()}`, to: person.email })
}

/** Sends a mail, again if the server could not be reached; the same Message-ID lets a mailbox see a repetition. */
async function sendRepeatedly({ sendMail, log }: Deps, mail: DirectMail): Promise<void> {
  for (const wait of [...pausesMs, undefined]) {
    try {
      await sendMail(mail)
      return
    } catch (error) {
      const hopeless = error instanceof MailRefused && error.permanent
      log.warn(
        { err: error, mail: mail.messageId, again: !hopeless && wait !== undefined },
        'a sign-in mail was not sent',
      )
      if (hopeless || wait === undefined) return
      await pause(wait)
    }
  }
}
