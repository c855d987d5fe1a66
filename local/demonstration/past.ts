import { steps } from '../../activities/steps.ts'
import { longestSettleMs } from '../../activities/turn.ts'
import { actorOf } from '../../api/session/actor.ts'
import { mailer, type Actor } from '../../domain/actor.ts'
import type { CommandTo, ProcessType } from '../../domain/catalogue.ts'
import type { Rules } from '../../domain/policy.ts'
import { instantOf, plusMs, type Instant } from '../../domain/time.ts'
import { inTransaction } from '../../store/commit.ts'
import type { Store } from '../../store/connect.ts'
import { findRow, putRow, rowIdOf, streamsWithUntaken } from '../../store/inbox.ts'
import { putTexts, textRefOf } from '../../store/texts.ts'
import { passTime } from './pass-time.ts'

/** What an act may read, and where its free texts are kept. */
export interface Scene {
  readonly store: Store
  /** Keeps a free text, and answers the reference that stands for it. */
  keep(text: string): Promise<string>
}
/** What someone does at a moment of the past; `command` sees the store as it is then. */
export type Act<T extends ProcessType = ProcessType> = T extends ProcessType
  ? {
      readonly at: Instant
      /** Their id in the register. */
      readonly by: string
      readonly to: `${T}/${string}`
      command(scene: Scene): Promise<CommandTo<T>>
    }
  : never

const everyone = 1000

/**
 * A past that is lived step by step, by the steps of the product and on its store: rows that are received then, due items that
 * are met at their moment, digests that are decided and withheld. No engine runs and no mail goes.
 */
export class Past {
  readonly #store: Store
  readonly #rules: Rules
  readonly #secret: string
  readonly #takeStep: ReturnType<typeof steps>['takeStep']
  #rows = 0

  constructor({ store, rules, secret }: { store: Store; rules: Rules; secret: string }) {
    this.#store = store
    this.#rules = rules
    this.#secret = secret
    this.#takeStep = steps({ store, rules, transact: inTransaction(store), reached: () => undefined }).takeStep
  }

  /** Lives these acts in the order of their moments, and the clock in between, up to a moment. Throws for an act that is refused. */
  async live(acts: readonly Act[], until: Instant): Promise<void> {
    await passTime(this.#store, {
      acts,
      until,
      act: (act) => this.#do(act),
      wake: async ({ id, at }) => {
        const now = plusMs(at, longestSettleMs)
        await this.#step(id, now)
        await this.#settle(now)
      },
    })
  }

  async #do({ at, by, to, command }: Act): Promise<void> {
    const actor = await actorOf(this.#store, by, { now: at, rules: this.#rules })
    const keep = (text: string): Promise<string> => this.#keep({ text, stream: to, author: actor.id })
    const { type, input } = await command({ store: this.#store, keep })
    const id = await this.#row(to, { at, actor, type, input })
    const answer = (await findRow(this.#store, id))?.answer
    if (answer?.outcome !== 'done') throw new Error(`${type} of ${to} on ${at}: ${JSON.stringify(answer)}`)
    await this.#settle(at)
  }

  async #keep(text: { text: string; stream: string; author: string }): Promise<string> {
    const ref = textRefOf(this.#secret, text)
    await putTexts(this.#store, [{ ref, ...text }])
    return ref
  }

  async #row(
    stream: string,
    { at, actor, type, input }: { at: Instant; actor: Actor; type: string; input: unknown },
  ): Promise<string> {
    const id = rowIdOf(stream, actor.id, `demonstration ${++this.#rows}`)
    await putRow(this.#store, { id, stream, actor, command: type, input, receivedAt: at })
    await this.#step(stream, at)
    return id
  }

  /** Every process takes what others left for it. */
  async #settle(now: Instant): Promise<void> {
    const waiting = (): Promise<string[]> => streamsWithUntaken(this.#store, instantOf(Date.parse(now) + 1), everyone)
    for (let streams = await waiting(); streams.length > 0; streams = await waiting())
      for (const stream of streams) await this.#step(stream, now)
  }

  async #step(id: string, now: Instant): Promise<void> {
    const { digest } = await this.#takeStep({ id, now: Date.parse(now) })
    if (!digest) return
    const withheld = { digest, outcome: 'withheld' as const, code: 'demonstration' }
    await this.#row(id, { at: now, actor: mailer, type: 'recordOutcome', input: withheld })
  }
}
