import { clock, mailer, processActor, type Actor } from '../../../domain/actor.ts'
import { correspondence } from '../../../domain/correspondence/process.ts'
import type {
  Correspondence,
  CorrespondenceFacts,
  Notice,
  Outcome,
} from '../../../domain/correspondence/correspondence.ts'
import type { Context, Entry, Stored, Tell } from '../../../domain/process.ts'
import type { Policy } from '../../../domain/policy.ts'
import { instant, type Calendar } from '../../../domain/time.ts'
import { rules, world } from '../school.ts'

type File = Stored<Correspondence, `correspondence/${string}`>
interface Given {
  readonly facts?: CorrespondenceFacts
  readonly sending?: Partial<Policy['sending']>
  /** Another calendar than the policy's, for the reader's place. */
  readonly calendar?: Calendar
  /** Whose it is; `p1` otherwise. */
  readonly party?: string
}

/** Works from Sunday to Thursday, knows no holiday. */
export const fridaySaturday = (zone: string): Calendar => ({
  zone,
  isWorkingDay: (day) => ![5, 6].includes(new Date(day).getUTCDay()),
  isClosure: () => false,
})
export const mondayToFriday = (zone: string): Calendar => ({
  zone,
  isWorkingDay: (day) => ![0, 6].includes(new Date(day).getUTCDay()),
  isClosure: () => false,
})

/** One reader's correspondence, step by step; each step answers the entries it wrote. */
export class Reader {
  file: File
  /** What each step told other processes. */
  readonly tells: Tell[] = []
  readonly #given: Given
  constructor(given: Given = {}) {
    this.#given = given
    this.file = correspondence.open(`correspondence/${given.party ?? 'p1'}`)
  }
  /** The register says something else from now on. */
  given(facts: CorrespondenceFacts): void {
    Object.assign(this.#given, { facts })
  }

  receive(at: string, key: string, more: Partial<Notice> = {}): readonly Entry[] {
    return this.#ask(at, processActor('partnershipPlan/x-2027'), {
      type: 'receive',
      input: { key, subject: `s#${key}`, about: 'm1', kind: 'milestone', ...more },
    })
  }
  /** Something an officer, the mailer or another correspondence asks. */
  asks(at: string, by: 'officer' | 'mailer' | 'process', command: { type: string; input: unknown }): readonly Entry[] {
    const officer: Actor = { id: 'person:p2', standings: [{ party: 'role:officer' }] }
    return this.#ask(at, { officer, mailer, process: processActor('correspondence/x-c1') }[by], command)
  }
  withdraw(at: string, key: string): readonly Entry[] {
    return this.#ask(at, processActor('partnershipPlan/x-2027'), {
      type: 'withdraw',
      input: { subject: `s#${key}`, reason: 'settled' },
    })
  }
  sendNow(at: string): readonly Entry[] {
    return this.#ask(
      at,
      { id: 'person:p2', standings: [{ party: 'role:officer' }] },
      { type: 'sendNow', input: { reason: 'text-1' } },
    )
  }
  report(at: string, digest: string, outcome: Outcome = 'sent'): readonly Entry[] {
    return this.#ask(at, mailer, { type: 'recordOutcome', input: { digest, outcome } })
  }
  /** Lets the clock act on the earliest thing due, at its moment; the step itself may be taken later. */
  wake(takenAt?: string): readonly Entry[] {
    const due = this.wakesAt
    if (!due) return []
    const step = correspondence.meet(this.file, {
      ...this.#context(due, clock),
      ...(takenAt && { takenAt: instant(takenAt) }),
    })
    this.file = step?.file ?? this.file
    this.tells.push(...(step?.tells ?? []))
    return step?.events ?? []
  }
  /** When the next digest goes. */
  get wakesAt(): string | undefined {
    return correspondence.due(this.file, rules).find(({ wait }) => wait.kind === 'digest')?.at
  }
  get pending(): readonly string[] {
    return this.file.state.pending.map(({ key }) => key)
  }
  #ask(at: string, actor: Actor, command: { type: string; input: unknown }): readonly Entry[] {
    const step = correspondence.advance(this.file, command, this.#context(at, actor))
    this.file = step.file
    this.tells.push(...step.tells)
    return step.events
  }
  #context(at: string, actor: Actor): Context<CorrespondenceFacts> {
    const { facts = {}, sending, calendar } = this.#given
    const { roster, hash } = world()
    const policy = { ...rules.policy, sending: { ...rules.policy.sending, ...sending } }
    return {
      ...rules,
      policy,
      roster,
      hash,
      facts,
      actor,
      now: instant(at),
      takenAt: instant(at),
      calendarOf: (place) => calendar ?? rules.calendarOf(place),
    }
  }
}
/** What an entry says, short: `digested a b`, `postponed a`. */
export const told = (entries: readonly Entry[]): string[] =>
  entries.map(({ type, data }) => {
    const keys =
      'notices' in data && Array.isArray(data.notices)
        ? data.notices.map(({ key }: Notice) => key)
        : 'until' in data
          ? Object.keys(data.until ?? {})
          : []
    return [type, ...keys].join(' ')
  })
