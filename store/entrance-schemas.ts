import { Schema } from 'mongoose'
import { options, text } from './fields.ts'

/** A mailed link that signs one person in once, in the browser that asked for it; token and browser mark are kept as hashes. */
export interface SignInLinkDoc {
  _id: string
  person: string
  browser: string
  /** From where it was asked for, as a keyed hash; those of before were made without. */
  origin?: string
  expiresAt: Date
  usedAt?: Date
  /** Where its use led, for whoever pressed twice. */
  leadsTo?: string
  /** When a newer one was asked for in the same browser, or its person signed in by another; of one that was used, when its session ended. */
  endedAt?: Date
}
/** A session as `connect-mongo` writes it; its id is the hash of the one in the cookie. */
export interface SessionDoc {
  _id: string
  session: { readonly person?: string; readonly signedInAt?: string; readonly holds?: string; readonly link?: string }
  /** When it ends if nothing more is asked. */
  expires: Date
}
/** Where a person's calendar stands for programs that cannot sign in, by person; its token is kept as a hash. */
interface CalendarFeedDoc {
  _id: string
  token: string
  madeAt: Date
}
/** A signed link, kept as the hash of its token: it opens one file for one party. */
interface LinkDoc {
  _id: string
  file: string
  /** A person, or a partner's contact, by register id. */
  party: string
  /** Of an approval the round of asking: the version of the plan that asked. */
  round?: number
  /** How many digests went to earlier addresses of theirs. */
  earlier?: number
  /** When it ends at the latest. */
  until?: Date
}

/** A code of six digits, mailed to whom a link is for; it and the mark of the browser that asked are kept as hashes. */
interface LinkCodeDoc {
  _id: string
  link: string
  party: string
  /** Which of its party's it is: no two made at once have one number. Those of before were made without. */
  nth?: number
  hash: string
  tries: number
  madeAt: Date
  expiresAt: Date
  usedAt?: Date
}
/** A session that a code began, of one link. */
interface LinkSessionDoc {
  _id: string
  link: string
  /** Those of before were begun without. */
  begunAt?: Date
  until: Date
  /** When it ends if nothing more is asked. */
  idleUntil: Date
  /** When its holder ended it. */
  endedAt?: Date
}

/** Its collections, by name. */
export interface EntranceCollections {
  signInLinks: SignInLinkDoc
  sessions: SessionDoc
  calendarFeeds: CalendarFeedDoc
  links: LinkDoc
  linkCodes: LinkCodeDoc
  linkSessions: LinkSessionDoc
}

export interface EntranceCollections {
  links: LinkDoc
  signInLinks: SignInLinkDoc
  sessions: SessionDoc
  calendarFeeds: CalendarFeedDoc
}

// For a day, whoever opens an old link is told why it no longer works.
const forgottenAfterSeconds = 86_400
const signInLinks = new Schema<SignInLinkDoc>(
  {
    ...{ _id: text, person: text, browser: text, origin: text, leadsTo: String },
    ...{ expiresAt: Date, usedAt: Date, endedAt: Date },
  },
  options,
)
signInLinks.index({ expiresAt: 1 }, { expireAfterSeconds: forgottenAfterSeconds })
signInLinks.index({ person: 1, expiresAt: 1 })

const sessions = new Schema<SessionDoc>({ _id: text, session: Schema.Types.Mixed, expires: Date }, options)
sessions.index({ expires: 1 }, { expireAfterSeconds: 0 })
sessions.index({ 'session.person': 1 })

const calendarFeeds = new Schema<CalendarFeedDoc>({ _id: text, token: text, madeAt: Date }, options)
calendarFeeds.index({ token: 1 }, { unique: true })

// For as long again, whoever opens a link that ended is told so.
const linkRememberedSeconds = 60 * 86_400
const links = new Schema<LinkDoc>(
  { _id: text, file: text, party: text, round: Number, earlier: Number, until: Date },
  options,
)
links.index({ until: 1 }, { expireAfterSeconds: linkRememberedSeconds })

const linkCodes = new Schema<LinkCodeDoc>(
  {
    ...{ _id: text, link: text, party: text, nth: Number, hash: text, tries: Number },
    ...{ madeAt: Date, expiresAt: Date, usedAt: Date },
  },
  options,
)
// They are counted by the day.
linkCodes.index({ madeAt: 1 }, { expireAfterSeconds: 86_400 })
linkCodes.index({ party: 1, madeAt: 1 })
linkCodes.index({ party: 1, nth: 1 }, { unique: true, partialFilterExpression: { nth: { $exists: true } } })

const linkSessions = new Schema<LinkSessionDoc>(
  { _id: text, link: text, begunAt: Date, until: Date, idleUntil: Date, endedAt: Date },
  options,
)
linkSessions.index({ until: 1 }, { expireAfterSeconds: 0 })

/** What lets people in: links that were mailed, sessions, and the addresses of calendars. */
export const schemas = {
  signInLinks,
  sessions,
  calendarFeeds,
  links,
  linkCodes,
  linkSessions,
}
