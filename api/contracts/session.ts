import { z } from 'zod'
import { Email } from './register/scalars.ts'
import { Moment } from './scalars.ts'

/** Asks for a sign-in link. */
export const LinkRequest = z.strictObject({ email: Email }).meta({ id: 'LinkRequest' })

/** The answer to everyone who asks for a link, whether the address has an account or not. */
export const LinkAsked = z
  .object({
    sentIfKnown: z.literal(true),
    minutes: z.int().meta({ description: 'How long the link works, once, in the browser that asked for it.' }),
  })
  .meta({ id: 'LinkAsked' })

/** Everyone's own sessions. */
export const Sessions = z
  .object({
    items: z.array(
      z.object({
        signedInAt: Moment,
        until: Moment.meta({ description: 'It ends then, whatever happens.' }),
        idleUntil: Moment.meta({ description: 'It ends then, if nothing more is asked; known to a minute.' }),
        current: z.boolean().meta({ description: 'The one that asks.' }),
      }),
    ),
  })
  .meta({ id: 'Sessions' })

/** Who is signed in, and until when. */
export const Session = z
  .object({
    person: z.string(),
    signedInAt: Moment,
    until: Moment.meta({ description: 'It ends then, whatever happens.' }),
    idleUntil: Moment.meta({ description: 'It ends then, if nothing more is asked.' }),
  })
  .meta({ id: 'Session' })
