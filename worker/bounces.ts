import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { bounceRecorder, type BouncePorts } from './bounce-recorder.ts'
import { domainOf } from '../mail/address.ts'
import { listenForBounces, type BounceListener } from '../mail/bounces.ts'

interface Settings extends BouncePorts {
  readonly host: string
  readonly port: number
  readonly secret: string
  readonly mailFrom: string
  readonly log: Logger
}
const retryMs = 5000

/** Receives delivery reports beside the workers; while another worker has the port that one does, and this one takes over. */
export function receiveBounces({ host, port, secret, mailFrom, log, ...ports }: Settings): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let listener: BounceListener | undefined
  let told: unknown
  const listening = (async () => {
    while (!stopping.signal.aborted) {
      try {
        const domain = domainOf(mailFrom)
        listener = await listenForBounces({ host, port, secret, domain, onFailed: bounceRecorder(ports) })
        return
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? error.code : 'unknown'
        // For as long as the other worker lives this goes on: it is said once.
        if (reason !== told) log.warn({ port, reason }, 'delivery reports cannot be received yet')
        told = reason
        await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await listening
      await listener?.close()
    },
  }
}
