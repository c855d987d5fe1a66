import { trusted } from 'mongoose'
import type { Store } from './connect.ts'
import type { SessionDoc } from './entrance-schemas.ts'

type Sessions = Pick<Store, 'sessions'>

/** The sessions of a person, the newest first; ids are hashes of those in cookies. */
export const sessionsOf = ({ sessions }: Sessions, person: string): Promise<SessionDoc[]> =>
  sessions.find({ 'session.person': person }).sort({ 'session.signedInAt': -1, _id: 1 }).lean()

/** Ends the sessions of a person, all but one. */
export async function endOtherSessions({ sessions }: Sessions, person: string, kept: string): Promise<void> {
  await sessions.deleteMany({ 'session.person': person, _id: trusted({ $ne: kept }) })
}
