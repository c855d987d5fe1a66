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
  /** When a newer one was asked for in the same browser, or its person signed in by another. */
  endedAt?: Date
}
/** A session as `connect-mongo` writes it; its id is the hash of the one in the cookie. */
export interface SessionDoc {
  _id: string
  session: { readonly person?: string; readonly signedInAt?: string; readonly holds?: string }
  /** When it ends if nothing more is asked. */
  expires: Date
}
/** Where a person's calendar stands for programs that cannot sign in, by person; its token is kept as a hash. */
export interface CalendarFeedDoc {
  _id: string
  token: string
  madeAt: Date
}
/** A signed link, kept as the hash of its token: it opens one approval for one person. */
export interface LinkDoc {
  _id: string
  approval: string
  /** The round of asking it belongs to: the version of the plan that asked. */
  round: number
  person: string
  /** How many digests went to earlier addresses of theirs. */
  earlier?: number
}

// For a day, whoever opens an old link is told why it no longer works.
const forgottenAfterSeconds = 86_400
const signInLinks = new Schema<SignInLinkDoc>(
  { _id: text, person: text, browser: text, origin: text, expiresAt: Date, usedAt: Date, endedAt: Date },
  options,
)
signInLinks.index({ expiresAt: 1 }, { expireAfterSeconds: forgottenAfterSeconds })
signInLinks.index({ person: 1, expiresAt: 1 })

const sessions = new Schema<SessionDoc>({ _id: text, session: Schema.Types.Mixed, expires: Date }, options)
sessions.index({ expires: 1 }, { expireAfterSeconds: 0 })
sessions.index({ 'session.person': 1 })

const calendarFeeds = new Schema<CalendarFeedDoc>({ _id: text, token: text, madeAt: Date }, options)
calendarFeeds.index({ token: 1 }, { unique: true })

/** What lets people in: links that were mailed, sessions, and the addresses of calendars. */
export const schemas = {
  signInLinks,
  sessions,
  calendarFeeds,
  links: new Schema<LinkDoc>({ _id: text, approval: text, round: Number, person: text, earlier: Number }, options),
}
