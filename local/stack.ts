import { mongodbUriAt } from '../config/env.ts'
import type { Child } from './child.ts'
import { startMailbox } from './mailbox.ts'
import { startMongod } from './mongod.ts'
import { freePorts } from './ports.ts'
import { needsRestore } from './temporal-data.ts'
import { startTemporal } from './temporal.ts'

/** The ports of the embedded servers, all on 127.0.0.1. */
export interface StackPorts {
  readonly mongodb: number
  readonly temporal: number
  readonly temporalUi: number
  readonly smtp: number
  readonly mailbox: number
}

/** What to start. */
export interface StackOptions {
  /** Absolute folder of the data. */
  readonly home: string
  /** Free ones by default. */
  readonly ports?: StackPorts
  /** Adds time skipping and timers exact to the millisecond. */
  readonly forTests?: boolean
}

/** The embedded servers, running. */
export interface Stack {
  readonly home: string
  readonly mongodbUri: string
  readonly temporalAddress: string
  readonly temporalUiUrl: string
  readonly smtpUrl: string
  readonly mailboxUrl: string
  readonly pids: { readonly mongod: number; readonly temporal: number; readonly mailbox: number }
  /** True when Temporal was begun anew beside data in MongoDB: its processes are to be restored. */
  readonly temporalRebuilt: boolean
  /** Ends all servers, in order; safe to call twice. */
  stop(how?: 'graceful' | 'quick'): Promise<void>
}

/** Free ports for a stack. */
async function freeStackPorts(): Promise<StackPorts> {
  const [mongodb = 0, temporal = 0, temporalUi = 0, smtp = 0, mailbox = 0] = await freePorts(5)
  return { mongodb, temporal, temporalUi, smtp, mailbox }
}

/** Starts MongoDB, Temporal and the mailbox, and returns when all three answer; when one cannot, ends the others and throws. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { home, forTests = false } = options
  const ports = options.ports ?? (await freeStackPorts())
  const children: Child[] = []
  const adopt = (child: Child) => void children.push(child)
  const temporalOptions = { home, port: ports.temporal, uiPort: ports.temporalUi, namespace: 'default', forTests }
  const stop = (how?: 'graceful' | 'quick') => stopInOrder(children, how)
  try {
    const [mailbox, temporal, mongod] = await Promise.all([
      startMailbox({ home, smtpPort: ports.smtp, webPort: ports.mailbox }, adopt),
      startTemporal(temporalOptions, adopt),
      startMongod({ home, port: ports.mongodb, forTests }, adopt),
    ])
    return {
      home,
      ...addressesOf(ports),
      pids: { mongod: mongod.pid, temporal: temporal.pid, mailbox: mailbox.pid },
      temporalRebuilt: needsRestore(home),
      stop,
    }
  } catch (error) {
    await stop('quick')
    throw error
  }
}

function addressesOf(ports: StackPorts) {
  return {
    mongodbUri: mongodbUriAt(ports.mongodb),
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    temporalUiUrl: `http://127.0.0.1:${ports.temporalUi}`,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    mailboxUrl: `http://127.0.0.1:${ports.mailbox}`,
  }
}

/** The address of another database of the same MongoDB. `inDatabase('mongodb://h/longitude?x=1', 'bare')` → `'mongodb://h/bare?x=1'` */
export const inDatabase = (mongodbUri: string, name: string): string => mongodbUri.replace(/\/[^/?]*\?/, `/${name}?`)

/** Mailbox, Temporal, MongoDB: whoever writes ends before what it writes to. */
async function stopInOrder(children: readonly Child[], how: 'graceful' | 'quick' = 'graceful'): Promise<void> {
  const order = ['Mailbox', 'Temporal', 'MongoDB']
  for (const name of order) {
    await Promise.all(children.filter((child) => child.name === name).map((child) => child.stop(how)))
  }
}
