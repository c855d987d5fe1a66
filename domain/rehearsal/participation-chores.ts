import { standing } from '../participation/nominations/nomination.ts'
import type { Participation } from '../participation/participation.ts'
import type { Stored } from '../process.ts'
import { civil, plusDays, type CivilDate, type Instant } from '../time.ts'
import { waitKeyOf, type Wait, type WaitKind } from '../wait.ts'
import { anyText } from './any-text.ts'
import type { Chore, ChoreKind } from './chores.ts'
import type { Nominee, NomineesOf } from './nominees.ts'

const askedForDays = 14
const channel = 'partnerContact'

/** A partner opens its invitation, nominates or says that it has nobody, asks for more time; the office answers, returns what it cannot use, and says who somebody is. */
export function participationChores(
  { state: participation }: Stored<Participation>,
  waits: readonly Wait[],
  nomineesOf: NomineesOf,
): readonly Chore[] {
  const { partner, status } = participation
  const nominees = nomineesOf(partner)
  const own = waits.flatMap((wait) =>
    (answers[wait.kind]?.({ wait, participation, nominees }) ?? []).map((chore) => ({ ...chore, wait })),
  )
  return status === 'nominating' || status === 'finished' ? [...own, ...returns(participation)] : own
}

interface Answered {
  readonly wait: Wait
  readonly participation: Participation
  readonly nominees: readonly Nominee[]
}
type Answers = (answered: Answered) => readonly Chore[]

/** What ends a wait of a participation, or puts it off. */
const answers: Readonly<Partial<Record<WaitKind, Answers>>> = {
  participationClosing: (answered) => {
    const { nominees, wait, participation } = answered
    const nominations = nominees.map(({ candidate, wishes }) => ({ candidate, wishes, channel, statement: anyText }))
    const open = participation.status === 'invited' ? [byPartner('recordOpened', answered, () => ({}))] : []
    if (nominees.length === 0) return [...open, byPartner('sayNone', answered, () => ({ note: anyText }))]
    const to = plusDays(civil(wait.until), askedForDays)
    const ask = byPartner('askExtension', answered, () => ({ to, cause: 'exam', reason: anyText }))
    return [
      ...open,
      byPartner('nominate', answered, () => ({ nominations })),
      // Once in its life.
      ...(participation.extension ? [] : [{ ...ask, key: 'ask for more time' }]),
    ]
  },
  participationEnd: (answered) =>
    isOfClock(answered.wait) ? [byPartner('finishNominations', answered, () => ({}))] : [],
  participationCorrection: (answered) => {
    const { about } = answered.wait
    return [{ ...byPartner('correctNomination', answered, () => ({ nomination: about, statement: anyText })), about }]
  },
  participationExtension: (answered) => [
    byOffice('grantExtension', answered, () => ({})),
    byOffice('refuseExtension', answered, () => ({ reason: anyText })),
  ],
  participationPersons: (answered) => [{ ...byOffice('settlePersons', answered, () => ({})), inRegister: true }],
}

const isOfClock = ({ from }: Wait): boolean => from === undefined

/** The office reads what was nominated, and may not be able to use it as it is: each once. */
const returns = (participation: Participation): readonly Chore[] =>
  standing(participation).flatMap(({ id, at, state }) =>
    state === 'nominated'
      ? [chore('returnNomination', { key: `return ${id}`, part: 'officer', about: id, since: at }, () => returned(id))]
      : [],
  )
const returned = (nomination: string) => ({ nomination, reason: anyText })

const byPartner = (kind: ChoreKind, { wait, participation }: Answered, input: (on: CivilDate) => object): Chore => ({
  ...chore(kind, { key: `${waitKeyOf(wait)} ${kind}`, part: 'partner', since: wait.since }, input),
  of: participation.partner,
})
const byOffice = (kind: ChoreKind, { wait }: Answered, input: (on: CivilDate) => object): Chore =>
  chore(kind, { key: `${waitKeyOf(wait)} ${wait.since} ${kind}`, part: 'officer', since: wait.since }, input)

const chore = (
  kind: ChoreKind,
  one: { readonly key: string; readonly part: string; readonly about?: string; readonly since: Instant },
  input: (on: CivilDate) => object,
): Chore => ({ kind, ...one, command: (on) => ({ type: commands[kind] ?? kind, input: input(on) }) })

/** The commands that people call otherwise. */
const commands: Readonly<Partial<Record<ChoreKind, string>>> = {
  sayNone: 'recordNoneThisYear',
  nominate: 'importNominations',
  finishNominations: 'finish',
  settlePersons: 'notePersons',
}
