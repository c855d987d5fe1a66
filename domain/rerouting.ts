import { audienceOf, audienceUp } from './audience.ts'
import type { Casting } from './casting.ts'
import { subjectIn } from './id.ts'
import { remembered, toldOf } from './memory.ts'
import { todayOf } from './moment.ts'
import { dated, notify, withdrawals } from './notify.ts'
import type { Rerouted } from './own-events.ts'
import type { Rules } from './policy.ts'
import type { Context, Entry, Step, Stored } from './process.ts'
import { isHeldBy } from './roster.ts'
import { hasLadder, subjectOf, type LadderKind, type Wait } from './wait.ts'

/** What the register asks of a process that waits for a party for which others answer from today on; no person can. */
export const reroute = 'reroute'

interface Machinery<S, Id extends string> extends Pick<Casting<Stored<S, Id>>, 'castOf' | 'partIn'> {
  waits(state: S, rules: Rules): readonly Wait[]
  stepped(file: Stored<S, Id>, events: readonly Entry[], context: Context): Step<S, Id>
}
/** One wait, who is to hear of it now, and who holds no part in it any more. */
interface Passed {
  readonly wait: Wait
  readonly kind: LadderKind
  readonly subject: string
  readonly to: readonly string[]
  readonly left: readonly string[]
}

/**
 * Passes what is waited for on to whoever answers for it now, the same day; takes back what was not sent yet to whoever holds
 * no part in it any more. What nobody was to hear of yet waits for its own day.
 */
export const reroutingOf = <S, Id extends string>(machinery: Machinery<S, Id>) =>
  function rerouted(file: Stored<S, Id>, context: Context): Step<S, Id> {
    const known = remembered(file)
    const open = machinery.waits(file.state, context).filter((wait) => known.has(subjectOf(wait)))
    const passed = open.flatMap((wait) => passedOn(file, wait, { machinery, context }))
    const news = passed.filter(({ to }) => to.length > 0)
    const left = Object.fromEntries(passed.flatMap((one) => (one.left.length > 0 ? [[one.subject, one.left]] : [])))
    const entry: Rerouted = { type: 'rerouted', data: { left }, ...(news.length > 0 && { told: toldOf(news) }) }
    const isNothing = news.length === 0 && Object.keys(left).length === 0
    const step = machinery.stepped(file, isNothing ? [] : [entry], context)
    const takenBack = Object.keys(left).flatMap((subject) =>
      withdrawals({ id: file.id, heard: left }, subject, { reason: 'rerouted' }),
    )
    return { ...step, tells: [...takenBack, ...noticesOf(file, news, context), ...step.tells] }
  }

const noticesOf = ({ id, seq }: Pick<Stored, 'id' | 'seq'>, news: readonly Passed[], context: Context) =>
  news.flatMap(({ to, wait, kind, subject }, index) =>
    to.map((person) =>
      notify(person, {
        key: `${id}#${seq + 1}.${index}`,
        subject: subjectIn(id, subject),
        about: wait.about,
        kind,
        ...dated(wait, context),
      }),
    ),
  )

function passedOn<S, Id extends string>(
  file: Stored<S, Id>,
  wait: Wait,
  { machinery: { castOf, partIn }, context }: { machinery: Machinery<S, Id>; context: Context },
): Passed[] {
  const { kind, about, from } = wait
  if (!hasLadder(kind)) return []
  const subject = subjectOf(wait)
  const heard = file.heard[subject] ?? []
  const day = { roster: context.roster, on: todayOf(context) }
  const parts = Object.keys(castOf(file)).map((part) => partIn(file, part, about))
  const answering = from ? audienceUp(from, { wait, partIn: (part) => partIn(file, part, about), context }).to : []
  const anyPart = parts.flatMap((part) => audienceOf(part, context).to)
  const holdsPart = (person: string): boolean =>
    parts.some(({ parties }) => parties.some((party) => isHeldBy(party, person, day)))
  return [
    {
      wait,
      kind,
      subject,
      to: answering.filter((person) => !heard.includes(person)),
      left: heard.filter((person) => !anyPart.includes(person) && !holdsPart(person)),
    },
  ]
}
