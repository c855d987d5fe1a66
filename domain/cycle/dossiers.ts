import { workingDaysFrom } from '../moment.ts'
import type { Decide, Evolve } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { repeated } from '../repeated.ts'
import type { Cycle, CycleShape } from './cycle.ts'
import { notedOf, withNoted } from './noted.ts'

type Commands = 'closeDossiers' | 'noteDossier' | 'noteUnsent' | 'confirmClosing'
type Events = 'dossiersClosed' | 'dossierNoted' | 'unsentNoted' | 'closingConfirmed'

/** What a cycle decides of its dossiers: each has its own process and tells how it stands. */
export const decideDossiers: Pick<Decide<CycleShape>, Commands> = {
  closeDossiers: () => [{ type: 'dossiersClosed', data: {} }],
  noteDossier: (_, noted) => [{ type: 'dossierNoted', data: noted }],
  noteUnsent: ({ unsent }, { dossier, on }, context) => {
    const isFirst = !Object.hasOwn(unsent, on)
    const by = isFirst ? workingDaysFrom(context, context.policy.dossiers.closingWorkingDays) : undefined
    return [{ type: 'unsentNoted', data: { dossier, on, ...(by && { by }) } }]
  },
  confirmClosing: ({ unsent }, { on, dossiers }) => {
    const twice = repeated(dossiers)
    if (twice) throw new Refusal('cycle.named-twice', { name: twice })
    const listed = (Object.hasOwn(unsent, on) ? unsent[on] : undefined)?.dossiers ?? []
    // Sent, extended or withdrawn meanwhile: whoever confirms has read another list.
    const known = new Set(listed)
    const strange = dossiers.filter((one) => !known.has(one))
    if (strange.length > 0) throw new Refusal('cycle.dossiers-not-listed', { dossiers: strange, on })
    return [{ type: 'closingConfirmed', data: { on, dossiers } }]
  },
}

/** What a cycle becomes by what it is told of its dossiers. */
export const evolveDossiers: Pick<Evolve<CycleShape>, Events> = {
  dossiersClosed: (cycle) => cycle,
  dossierNoted: (cycle, { dossier, partner, status }, at) => {
    const before = notedOf(cycle, dossier)
    const since = before?.status === status ? before.since : at
    const noted = withNoted(cycle, { dossier, partner, status, since })
    return { ...offLists(cycle, [dossier]), noted, dossiers: undefined }
  },
  unsentNoted: (cycle, { dossier, on, by }, since) => {
    const list = by === undefined ? cycle.unsent[on] : { since, by, dossiers: [] }
    if (!list) return cycle
    const dossiers = [...list.dossiers, dossier].toSorted()
    return { ...cycle, unsent: { ...cycle.unsent, [on]: { ...list, dossiers } } }
  },
  closingConfirmed: (cycle, { dossiers }) => offLists(cycle, dossiers),
}

/** Without these on any list; a list without any is none. */
function offLists(cycle: Cycle, leaving: readonly string[]): Cycle {
  const gone = new Set(leaving)
  if (!Object.values(cycle.unsent).some(({ dossiers }) => dossiers.some((one) => gone.has(one)))) return cycle
  const lists = Object.entries(cycle.unsent).flatMap(([on, { dossiers, ...list }]) => {
    const left = dossiers.filter((one) => !gone.has(one))
    return left.length > 0 ? [[on, { ...list, dossiers: left }] as const] : []
  })
  return { ...cycle, unsent: Object.fromEntries(lists) }
}
