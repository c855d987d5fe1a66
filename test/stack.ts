import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { inDatabase } from '../local/stack.ts'

const schema = z.object({
  /** Folder of the servers' data and logs, fresh for this run. */
  home: z.string(),
  mongodbUri: z.string(),
  temporalAddress: z.string(),
  temporalUiUrl: z.string(),
  smtpUrl: z.string(),
  mailboxUrl: z.string(),
  pids: z.object({ mongod: z.number(), temporal: z.number(), mailbox: z.number() }),
  /** Path of the bundled workflows. */
  workflowBundle: z.string(),
})

const given = process.env['LONGITUDE_TEST_STACK']
if (given === undefined) throw new Error('This test needs the servers: run it with "npm test -- --grep …".')

/** The servers that `npm test` started for this run, on ports of its own. */
export const stack = schema.parse(JSON.parse(given))

/** A name for what one test has for itself. */
export const freshName = (): string => `t${randomUUID().replaceAll('-', '').slice(0, 20)}`

/** The address of a database for one test. */
export const freshDatabase = (name = freshName()): string => inDatabase(stack.mongodbUri, name)
