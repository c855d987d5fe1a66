import { Refusal } from '../refusals.ts'
import type { CivilDate } from '../time.ts'
import { withContact, type Contacts } from './contact.ts'

/** From a day on a partner institution is part of another; its names, contacts and history stay its own. */
export interface Merger {
  /** The partner it goes into, or comes from. */
  readonly partner: string
  readonly on: CivilDate
  /** A text of the store, kept with the one that goes. */
  readonly reason?: string | undefined
}
/** What two partners know of each other. */
export interface Mergers {
  readonly mergedInto?: Merger | undefined
  readonly mergedFrom?: readonly Merger[] | undefined
}

/** The partner that stands for this one on a day: itself until it merged, then its successor, and theirs. */
export function successorOn(id: string, partnerOf: (id: string) => Mergers | undefined, on: CivilDate): string {
  const into = partnerOf(id)?.mergedInto
  return into && into.on <= on ? successorOn(into.partner, partnerOf, on) : id
}

/** Those who went into this partner, and those who went into them, whatever the day. */
export const predecessorsOf = (id: string, partnerOf: (id: string) => Mergers | undefined): readonly string[] =>
  (partnerOf(id)?.mergedFrom ?? []).flatMap(({ partner }) => [partner, ...predecessorsOf(partner, partnerOf)])

/**
 * Throws `register.merge-self` for one into itself, `register.merged-already` where either has gone into another: a successor is one that
 * stands, so that following them always ends.
 */
export function assertMergeable(from: string, into: string, mergers: Readonly<Record<'from' | 'into', Mergers>>): void {
  if (from === into) throw new Refusal('register.merge-self')
  const gone = mergers.from.mergedInto ? from : into
  if (mergers.from.mergedInto ?? mergers.into.mergedInto)
    throw new Refusal('register.merged-already', { partner: gone })
}

/** The successor's contacts with those of its predecessor it does not have, under ids of its own. */
export const contactsTaken = (
  own: Contacts,
  theirs: Pick<Contacts, 'contacts'>,
  at: { id: string; on: CivilDate },
): Contacts =>
  theirs.contacts
    .filter(({ email }) => !own.contacts.some((contact) => contact.email.toLowerCase() === email.toLowerCase()))
    .reduce<Contacts>(
      (made, { id: _, reachable: __, ...content }) => ({ ...made, ...withContact(made, content, at) }),
      {
        contacts: own.contacts,
        contactsMade: own.contactsMade,
      },
    )
