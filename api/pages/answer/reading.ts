import type { Approval, Given, WithdrawalReason } from '../../../domain/approval/approval.ts'
import { centreApproval } from '../../../domain/approval/process.ts'
import { approvalId } from '../../../domain/plan/ids.ts'
import { partOf, writtenFor } from '../../../domain/plan/parts.ts'
import type { Plan } from '../../../domain/plan/plan.ts'
import { standInOf } from '../../../domain/roster.ts'
import { dayOf, type Instant } from '../../../domain/time.ts'
import { sha256 } from '../../../store/chain.ts'
import { untakenRows } from '../../../store/inbox.ts'
import { readLedger } from '../../../store/ledger.ts'
import { findLink, type Link } from '../../../store/links.ts'
import type { RegisterNow } from '../../../store/register/now.ts'
import { personIn, type Person } from '../../../store/register/people.ts'
import { rosterOf } from '../../../store/register/roster.ts'
import { loadApproval, loadPlan } from '../../../store/typed.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { actorIn } from '../../session/actor.ts'
import type { ApprovalFile } from '../../views/approval.ts'
import { isAstray } from '../links/astray.ts'

/** What a link opens now. Only `open` can be answered. */
export type Opened =
  | {
      readonly is: 'open'
      readonly file: ApprovalFile
      readonly asked: NonNullable<Approval['asked']>
      readonly plan: Plan
    }
  | { readonly is: 'received'; readonly at: Instant; readonly row: string }
  | {
      readonly is: 'given'
      readonly given: Given & { readonly at: Instant }
      /** Whether the person of this link gave it. */
      readonly own: boolean
      /** The name of the research centre it was given for. */
      readonly centre: string
    }
  | { readonly is: 'withdrawn'; readonly reason: Exclude<WithdrawalReason, 'versionChanged'> }
  /** `newer`: the same person is asked anew, in a mail of its own. */
  | { readonly is: 'versionChanged' | 'expired' | 'rerouted' | 'newer' }

/** A link as it stands now, and whose it is, by the register that was looked at. */
export interface Reading {
  readonly link: Link
  readonly person: Person
  readonly register: RegisterNow
  readonly opened: Opened
}

// More wait in one approval's inbox only if someone makes a sport of it.
const rowsLookedAt = 50

/** Reads what a token opens by the register as it stood, and changes nothing. Throws `link-unknown` (404) for a token that is not one of ours. */
export async function readLink(
  deps: Deps,
  { token, register }: { readonly token: string; readonly register: RegisterNow },
): Promise<Reading> {
  const link = await findLink(deps.store, token)
  if (!link) throw new Problem(404, 'link-unknown')
  const person = personIn(register, link.party)
  const [file, isOver] = await Promise.all([loadApproval(deps.store, link.file), isAstray(deps.store, link)])
  if (!person || !file) throw new Problem(404, 'link-unknown')
  const opened: Opened = isOver ? { is: 'expired' } : await openedNow(deps, { link, file, person, register })
  return { link, person, register, opened }
}

/** A link of someone, and what it is for. */
interface Linked extends Omit<Reading, 'opened'> {
  readonly file: ApprovalFile
}

async function openedNow(deps: Deps, reading: Linked): Promise<Opened> {
  const opened = await openedBy(deps, reading)
  const isOver = opened.is === 'withdrawn' || opened.is === 'versionChanged' || opened.is === 'expired'
  return isOver && (await isAskedAnew(deps, reading)) ? { is: 'newer' } : opened
}

/** Whether the person of a link that is over may answer for the same research centre what is asked of it now. */
async function isAskedAnew({ store, now, rules }: Deps, { link, file, register }: Linked) {
  const { asked } = file.state
  const plan = asked && (await loadPlan(store, asked.subject))?.state
  if (!asked || !plan) return false
  const { version } = (plan.amendment ?? plan).opinions[asked.centre] ?? asked
  const id = approvalId(asked.subject, { centre: asked.centre, version })
  const newest = await loadApproval(store, id)
  if (newest?.state.status !== 'asked' || (id === link.file && newest.state.asked?.round === link.round)) return false
  return centreApproval.may(newest, actorIn(register, link.party, { now: now(), rules })).includes('give')
}

async function openedBy(deps: Deps, { link, file, person, register }: Linked): Promise<Opened> {
  const { asked, given, status, withdrawnFor = 'returned' } = file.state
  if (!asked || asked.round !== link.round) return { is: 'expired' }
  if (status === 'given' && given)
    return { is: 'given', given, own: await gaveIt(deps, link), centre: centreName(register, asked.centre) }
  if (status !== 'asked')
    return withdrawnFor === 'versionChanged' ? { is: 'versionChanged' } : { is: 'withdrawn', reason: withdrawnFor }
  const waiting = await answerOnItsWay(deps, link)
  if (waiting) return { is: 'received', at: waiting.receivedAt, row: waiting.id }
  const actor = actorIn(register, link.party, { now: deps.now(), rules: deps.rules })
  const replaced = standInOf(person, rosterOf(register), dayOf(deps.now(), deps.rules.calendar)) !== undefined
  if (replaced || !centreApproval.may(file, actor).includes('give')) return { is: 'rerouted' }
  const plan = (await loadPlan(deps.store, asked.subject))?.state
  // The plan may have been edited a moment ago, and the request not yet be withdrawn: nobody answers what is not shown.
  if (!plan || sha256(partOf(asked.centre, writtenFor(plan, asked))) !== asked.hash) return { is: 'versionChanged' }
  return { is: 'open', file, asked, plan }
}

const centreName = ({ centres }: RegisterNow, id: string): string => centres.find(({ _id }) => _id === id)?.name ?? id

/** Whether the answer was given by the person of this link. */
async function gaveIt({ store }: Deps, { file, party }: Link): Promise<boolean> {
  const entries = await readLedger(store, file)
  return entries.findLast(({ type }) => type === 'given')?.actor === `person:${party}`
}

/** An answer of this person that was received and that nobody could take yet. */
const answerOnItsWay = async ({ store }: Deps, { file, party }: Link) =>
  (await untakenRows(store, file, rowsLookedAt)).find(
    ({ actor, command }) => command === 'give' && actor.id === `person:${party}`,
  )
