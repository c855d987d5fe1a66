import { z } from 'zod'
import { isRefusalCode, type RefusalCode } from '../../domain/refusals.ts'
import { dayOf } from '../../domain/time.ts'
import { loadFile } from '../../store/files.ts'
import { registerNow } from '../../store/register/now.ts'
import type { Deps } from '../deps.ts'
import { Named, type Problem } from '../http/problem.ts'
import { namesIn, type Names } from '../views/names.ts'

/** The command that was refused: titles stand in its file, and in what was sent. */
interface Refused {
  readonly stream: string
  readonly input: unknown
}
type NameOf = (id: string) => string | undefined

// What these say is said of ids: another one is to be chosen.
const ofIds: readonly RefusalCode[] = ['plan.key-differs', 'plan.milestone-exists', 'label.key-differs']

/**
 * A refusal with the names and titles that people read in the place of ids; one that nothing knows stays. Programs find the ids in its
 * fields. Whoever may give a command, or edit the register, may read whom and what it names.
 */
export async function named(deps: Deps, problem: Problem, refused?: Refused): Promise<Problem> {
  const { code, fields } = problem
  const isDone = Object.keys(problem.names).length > 0
  if (isDone || !isRefusalCode(code) || ofIds.includes(code) || Object.keys(fields).length === 0) return problem
  const register = namesIn(await registerNow(deps.store), dayOf(deps.now(), deps.rules.calendar))
  const nameOf = { ...registered(register), ...(refused && titled(await titlesIn(deps, refused, fields))) }
  const names = Object.entries(fields).flatMap(([field, value]): [string, unknown][] => {
    const name = Object.hasOwn(nameOf, field) ? nameOf[field] : undefined
    return name ? [[field, called(value, name)]] : []
  })
  return new Named(problem, Object.fromEntries(names))
}

const called = (value: unknown, nameOf: NameOf): unknown => {
  if (typeof value === 'string') return nameOf(value) ?? value
  return Array.isArray(value) ? value.map((one: unknown) => called(one, nameOf)) : value
}

const registered = ({ partner, centre, party }: Names): Readonly<Record<string, NameOf>> => ({
  partner: (id) => partner(id).name,
  successor: (id) => partner(id).name,
  partners: (id) => partner(id).name,
  centre: (id) => centre(id).name,
  centres: (id) => centre(id).name,
  pilot: party,
  owner: party,
  contact: party,
})

interface TitlesById {
  readonly milestones: ReadonlyMap<string, string>
  readonly actions: ReadonlyMap<string, string>
  readonly criteria: ReadonlyMap<string, string>
}
const titled = ({ milestones, actions, criteria }: TitlesById): Readonly<Record<string, NameOf>> => ({
  milestone: (id) => milestones.get(id),
  action: (id) => actions.get(id),
  criterion: (id) => criteria.get(id),
})

const Titled = z.object({ title: z.string() })
const Listed = z.array(Titled.extend({ id: z.string() }))
/** Titles stand by id in a plan, in a list in a label and in what people send. */
const Titles = z
  .union([Listed, z.record(z.string(), Titled)])
  .optional()
  .catch(undefined)
const Titling = z.object({ milestones: Titles, actions: Titles, criteria: Titles }).catch({})
/** One milestone, or one action, that somebody adds. */
const Added = Listed.element.transform((one) => [one]).catch([])

async function titlesIn({ store }: Deps, { stream, input }: Refused, { plan }: Problem['fields']): Promise<TitlesById> {
  const streams = [stream, ...(typeof plan === 'string' ? [`partnershipPlan/${plan}`] : [])]
  const files = await Promise.all(streams.map((id) => loadFile(store, id)))
  const sources = [input, ...files.map((stored) => stored?.file.state)].map((source) => Titling.parse(source))
  const all = (of: keyof TitlesById): ReadonlyMap<string, string> =>
    new Map([Added.parse(input), ...sources.map((source) => source[of])].flatMap(entriesOf))
  return { milestones: all('milestones'), actions: all('actions'), criteria: all('criteria') }
}

const entriesOf = (titles: z.output<typeof Titles> = {}): readonly [string, string][] =>
  Array.isArray(titles)
    ? titles.map(({ id, title }) => [id, title])
    : Object.entries(titles).map(([id, { title }]) => [id, title])
