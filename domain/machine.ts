import { clock, registrar } from './actor.ts'
import { announcingOf } from './announcing.ts'
import { allows, audienceOf, audienceUp, type Audience } from './audience.ts'
import { castingOf } from './casting.ts'
import { dueOf, earlier, fellDueAway, isCovered, type Due } from './due.ts'
import { foldingOf } from './folding.ts'
import type {
  Context,
  Deciding,
  Definition,
  Entry,
  EventOf,
  IdOf,
  Name,
  Process,
  Shape,
  Step,
  Stored,
  Tell,
} from './process.ts'
import { subjectIn } from './id.ts'
import { aboutOf, parsed } from './input.ts'
import type { Parked, Reminded } from './own-events.ts'
import { lately } from './lately.ts'
import { forgetting, joined, remembered, toldOf, waitsOver } from './memory.ts'
import { dated, notify, withdrawals } from './notify.ts'
import type { Rules } from './policy.ts'
import { Refusal } from './refusals.ts'
import { reroute, reroutingOf } from './rerouting.ts'
import { dayMs, plusMs } from './time.ts'
import { subjectOf, type Rung } from './wait.ts'

const firstRetryMs = 60_000
const longestRetryMs = dayMs

/** Makes the tables and rules of one process runnable: the only machine there is, for every process alike. */
export function defineProcess<X extends Shape>(definition: Definition<X>): Process<X['state'], IdOf<X>> {
  type S = X['state']
  type Id = IdOf<X>
  type File = Stored<S, Id>
  const { commands, decide, becomes, tells, announces } = definition

  const has = (type: string): type is Name<X['commands']> => Object.hasOwn(commands, type)
  function rowOf<K extends Name<X['commands']>>(type: K): X['commands'][K] {
    const row: X['commands'][K] | undefined = commands[type]
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- a name may come from anywhere, and the table answers nothing
    if (!row) throw new Refusal('command.unknown', { command: type })
    return row
  }
  const { isEvent, apply, filing } = foldingOf(definition)
  // States and files never change: what they wait for, and what is due in them, is asked several times a step.
  const [waitsLately, dueLately] = [lately<ReturnType<typeof definition.waits>>(), lately<readonly Due[]>()]
  const waitsOf = (state: S, rules: Rules): ReturnType<typeof definition.waits> =>
    waitsLately([state, rules.policy, rules.calendar], () => definition.waits(state, rules))
  const { castOf, partIn, playedBy } = castingOf(definition)
  const fits = (file: File, type: string, about: string | undefined): boolean =>
    definition.fits?.(file.state, type, about) !== false

  const decided = <K extends Name<X['commands']>>(
    { type, row, input }: { type: K; row: X['commands'][K]; input: unknown },
    { state }: File,
    context: Deciding<X['facts']>,
  ) => decide[type](state, parsed<X['commands'][K]['input']>(row.input, input), context)

  /** Takes the events one after the other, has people told, and withdraws what is no longer waited for. */
  function stepped(file: File, events: readonly Entry[], context: Context): Step<S, Id> {
    let next = file
    const entries: Entry[] = []
    const out: Tell[] = []
    const documents: string[] = []
    for (const event of events) {
      const after = apply(next, event, context.now)
      const heard = isEvent(event) ? announced(event, { before: next, file: after }, context) : []
      const told = joined(event.told ?? {}, toldOf(heard))
      const entry = { ...event, ...(Object.keys(told).length > 0 && { told }) }
      // Who was told changes nothing of what happened.
      next = { ...after, heard: joined(after.heard, told) }
      entries.push(entry)
      out.push(...(isEvent(event) ? toldByEvent(event, next) : []), ...heard.flatMap(({ notices }) => notices))
      if (isEvent(event)) documents.push(...attachedBy(event))
    }
    const last = entries.pop()
    if (!last) return { file, events: [], due: due(file, context), tells: [], attaches: [] }
    const { ended, moved } = waitsOver({
      was: waitsOf(file.state, context),
      is: waitsOf(next.state, context),
      known: remembered(next),
    })
    // What was said of the old date goes first, so that it does not take what is said of the new one with it.
    out.unshift(
      ...moved.flatMap((wait) =>
        withdrawals(file, subjectOf(wait), { reason: 'moved', untilOn: dated(wait, context).untilOn }),
      ),
    )
    out.push(...ended.flatMap((subject) => withdrawals(next, subject, { reason: 'settled' })))
    entries.push(ended.length > 0 ? { ...last, settled: ended } : last)
    if (ended.length > 0) next = forgetting(next, ended)
    return { file: next, events: entries, due: due(next, context), tells: out, attaches: documents }
  }
  const toldByEvent = <E extends Name<X['events']>>({ type, data }: EventOf<X, E>, file: File): readonly Tell[] =>
    tells[type]?.(data, file.state, file.id) ?? []
  const attachedBy = <E extends Name<X['events']>>({ type, data }: EventOf<X, E>): readonly string[] =>
    definition.attaches?.[type]?.(data) ?? []
  const announced = announcingOf<X>({ announces, waits: waitsOf, partIn })

  function climbed(file: File, due: Due & { readonly rung: NonNullable<Due['rung']> }, context: Context): Step<S, Id> {
    const { wait, rung, key } = due
    const opens = rung.opens && definition.opened ? rung.to : undefined
    const open =
      opens && definition.opened ? { ...file, state: definition.opened(file.state, opens, wait.about) } : file
    const covered = isCovered(due, context)
    const { to, none } =
      covered && !wait.moved?.leftAt ? { to: [], none: 'covered' as const } : heardOf(open, due, context)
    const subject = subjectOf(wait)
    const reminded: Reminded = {
      type: 'reminded',
      data: { key, ...(opens && { opens }), ...(none && { skipped: none }) },
      ...(to.length > 0 && { told: { [subject]: to } }),
    }
    const notices = to.map((person) =>
      notify(person, {
        key: `${file.id}#${key}`,
        subject: subjectIn(file.id, subject),
        about: wait.about,
        kind: rung.kind,
        days: rung.days,
        ...dated(wait, context),
        ...(covered && (fellDueAway(due, context) ? { ifUntold: true } : { unlessMoved: true })),
      }),
    )
    const step = stepped(file, [reminded], context)
    return { ...step, tells: [...notices, ...step.tells] }
  }

  /** Who hears of a rung: the part it opens and nobody else, or whoever answers next. */
  const heardOf = (file: File, { wait, rung }: Due & { readonly rung: Rung }, context: Context): Audience =>
    rung.opens
      ? audienceOf(partIn(file, rung.to, wait.about), context)
      : audienceUp(rung.to, { wait, partIn: (part) => partIn(file, part, wait.about), context })

  const rerouted = reroutingOf<S, Id>({ waits: waitsOf, castOf, partIn, stepped })

  const dueIn = (file: File, rules: Rules): readonly Due[] => {
    const all = dueOf(waitsOf(file.state, rules), rules, file.climbed)
    const isParked = Object.keys(file.parked).length > 0
    return isParked ? all.map((one) => ({ ...one, at: file.parked[one.key]?.until ?? one.at })).sort(earlier) : all
  }
  const due = (file: File, rules: Rules): readonly Due[] =>
    dueLately([file, rules.policy, rules.calendar], () => dueIn(file, rules))

  const process: Process<S, Id> = {
    type: definition.type,
    commands,
    becomes,
    ...filing,
    due,
    waits: (file, rules) => waitsOf(file.state, rules),
    ends: definition.ends,
    ended: (file, rules) => definition.ends.includes(file.state.status) && waitsOf(file.state, rules).length === 0,
    outgoing: (file) => definition.outgoing?.(file.state),
    judgedBy: (file, command, rules) => definition.judgedBy?.(file.state, command, rules),
    claims: (file) => definition.claims?.(file.state, file.id) ?? [],
    may(file, actor, about) {
      const played = playedBy(file, actor, about)
      return Object.entries(commands).flatMap(([type, row]) =>
        row.from.includes(file.state.status) && allows(row, played) && fits(file, type, about) ? [type] : [],
      )
    },
    cast: castOf,
    parties: (file) => [
      ...new Set(
        [undefined, ...(definition.abouts?.(file.state) ?? [])].flatMap((about) =>
          Object.values(castOf(file, about)).flat(),
        ),
      ),
    ],
    advance(file, { type, input }, context) {
      if (type === reroute && context.actor.id === registrar.id) return rerouted(file, context)
      if (!has(type)) throw new Refusal('command.unknown', { command: type })
      const row = rowOf(type)
      const played = playedBy(file, context.actor, aboutOf(input, row.about))
      // Whoever may not ask it learns nothing of whether others could.
      if (!allows(row, played)) throw new Refusal('command.not-yours', { command: type })
      if (!row.from.includes(file.state.status)) {
        throw new Refusal(definition.notNow?.(file.state, type) ?? 'command.not-now', {
          command: type,
          status: file.state.status,
        })
      }
      return stepped(file, decided({ type, row, input }, file, { ...context, id: file.id, played }), context)
    },
    meet(file, context) {
      const next = due(file, context)[0]
      if (!next || next.at > context.now) return undefined
      if (next.rung) return climbed(file, { ...next, rung: next.rung }, context)
      if (!next.wait.then) throw new Error(`${next.key} is neither a rung nor an end`)
      const step = process.advance(file, next.wait.then, { ...context, actor: clock })
      if (step.due.some(({ key, at }) => key === next.key && at <= next.at))
        throw new Error(`${next.key} was met and is still due`)
      return step
    },
    park(file, key, context) {
      const tries = (file.parked[key]?.tries ?? 0) + 1
      const until = plusMs(context.takenAt, Math.min(firstRetryMs * 2 ** (tries - 1), longestRetryMs))
      const parked: Parked = { type: 'parked', data: { key, tries, until } }
      return stepped(file, [parked], context)
    },
  }
  return process
}
