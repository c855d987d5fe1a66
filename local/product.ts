import type { Env } from '../config/env.ts'
import { readSecret } from '../config/secret.ts'
import { CannotStart } from './cannot-start.ts'
import type { Child } from './child.ts'
import { demonstrated, wantsDemonstration } from './demonstration/mark.ts'
import { ensureBundle } from './ensure-bundle.ts'
import { openHome, watchDisk } from './home.ts'
import { type Lock, takeLock } from './lock.ts'
import { startMailbox } from './mailbox.ts'
import { startMongod } from './mongod.ts'
import { runScript, startApi, startWorker } from './own-process.ts'
import { ownProcess, temporalOptions, wantedPorts } from './parts.ts'
import { refuseTakenPorts } from './ports.ts'
import { refuseUnlessReplicaSet } from './replica-set.ts'
import { type Supervised, type SupervisedOptions, supervise } from './supervise.ts'
import { needsRestore, restoreDone } from './temporal-data.ts'
import { refuseUnlessReachable, startTemporal } from './temporal.ts'

/** The whole product on this machine, from the moment it begins to start. */
export interface Product {
  /** Settles when people can use it, with the worker's pid; rejects with `CannotStart`. */
  readonly ready: Promise<{ readonly workerPid: number }>
  /** Ends everything, whoever writes before what it writes to; safe at any moment, and twice. */
  stop(how: 'graceful' | 'quick'): Promise<void>
}

/** The settings, and who is told what. */
export interface ProductOptions {
  readonly env: Env
  readonly say: (line: string) => void
  /** Told when a part cannot be kept running. */
  readonly onLost: (error: unknown) => void
}

const stopOrder = ['Restore', 'API', 'Worker', 'Mailbox', 'Temporal', 'MongoDB'] as const
type PartName = (typeof stopOrder)[number]

/** A server whose data is damaged or whose disk is full fails the same way each time: it is not tried for ever. */
const serverAttempts = 4

/** Starts the servers that no address replaces, then the worker and the API, and keeps them all running. */
export function startProduct({ env, say, onLost }: ProductOptions): Product {
  const parts: Supervised[] = []
  const scripts = new Set<Child>()
  const stopping = new AbortController()
  let lock: Lock | undefined

  const keep = (name: PartName, start: SupervisedOptions['start'], more: Partial<SupervisedOptions> = {}) => {
    stopping.signal.throwIfAborted()
    const part = supervise({ name, start, say, onLost, onSpawned: (child) => lock?.note(child.pid), ...more })
    parts.push(part)
    return part.ready
  }

  const restoreIfNeeded = async () => {
    stopping.signal.throwIfAborted()
    if (env.temporalAddress !== undefined || !needsRestore(env.home)) return
    say('Temporal was begun anew: bringing its processes back from MongoDB…')
    try {
      await runScript(ownProcess(env, 'Restore'), (child) => scripts.add(child))
      restoreDone(env.home)
      say('All processes are back.')
    } catch (error) {
      if (stopping.signal.aborted || !(error instanceof CannotStart)) throw error
      say(`${error.message}\nThe processes of MongoDB do not run yet: "npm run restore" brings them back.`)
    }
  }

  // One at a time: a start and a Temporal that was begun anew meanwhile may both ask.
  let restoring = Promise.resolve()
  const restore = () => (restoring = restoring.then(restoreIfNeeded))

  const bundle = () => ensureBundle(env.home, (child) => void scripts.add(child))

  /** Only in a MongoDB of our own that was just begun: nobody's work is ever mixed with it. */
  const demonstrate = async () => {
    stopping.signal.throwIfAborted()
    if (env.empty || env.mongodbUri !== undefined || !wantsDemonstration(env.home)) return
    say('Living through five years of partnerships, for demonstration (npm start -- --empty begins without)…')
    await runScript(ownProcess(env, 'Demonstration'), (child) => scripts.add(child))
    demonstrated(env.home)
  }

  const startServers = async () => {
    const servers: Promise<unknown>[] = []
    const server = { attempts: serverAttempts }
    // Temporal before MongoDB: it looks whether MongoDB had data already.
    if (env.temporalAddress === undefined) {
      const options = { ...temporalOptions(env), onDamaged: (kept: string) => say(damaged(kept)) }
      const onRestarted = () => void restore().catch(onLost)
      servers.push(keep('Temporal', (adopt) => startTemporal(options, adopt), { ...server, onRestarted }))
    } else {
      servers.push(refuseUnlessReachable(env.temporalAddress))
    }
    if (env.mongodbUri === undefined) {
      servers.push(keep('MongoDB', (adopt) => startMongod({ home: env.home, port: env.mongodbPort }, adopt), server))
    } else {
      servers.push(refuseUnlessReplicaSet(env.mongodbUri))
    }
    if (env.smtpUrl === undefined) {
      const mailbox = { home: env.home, smtpPort: env.smtpPort, webPort: env.mailboxPort }
      servers.push(keep('Mailbox', (adopt) => startMailbox(mailbox, adopt), server))
    }
    await Promise.all(servers)
  }

  const start = async () => {
    openHome(env.home)
    lock = await takeLock(env.home, say)
    watchDisk(env.home, say)
    await refuseTakenPorts(wantedPorts(env))
    readSecret(env.secretFile)
    await Promise.all([startServers(), bundle()])
    await demonstrate()
    const [worker] = await Promise.all([
      keep('Worker', (adopt) => startWorker(ownProcess(env, 'Worker'), adopt)),
      keep('API', (adopt) => startApi({ ...ownProcess(env, 'API'), port: env.port }, adopt)),
    ])
    await restore()
    return { workerPid: worker.pid }
  }

  const ready = start()
  const stop = async (how: 'graceful' | 'quick') => {
    stopping.abort(new CannotStart('ended before it was ready'))
    await Promise.all([...scripts].map((child) => child.stop('quick')))
    for (const name of stopOrder)
      await Promise.all(parts.filter((part) => part.name === name).map((part) => part.stop(how)))
    await ready.catch(() => undefined)
    lock?.release()
  }
  return { ready, stop }
}

function damaged(kept: string): string {
  return (
    `Temporal's database was damaged: it was set aside in ${kept} and a new one was begun. ` +
    'Nothing is lost: the processes are rebuilt from MongoDB.'
  )
}
