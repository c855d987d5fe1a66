import type { Actor } from '../../../domain/actor.ts'
import { participation } from '../../../domain/participation/process.ts'

import { reconsideredUntil } from '../../../domain/participation/dates.ts'
import { closingOf, isAsked } from '../../../domain/participation/participation.ts'
import { unseenByPartners } from '../../../domain/participation/persons.ts'
import type { Contact } from '../../../domain/register/contact.ts'
import type { Moment } from '../../../domain/moment.ts'
import { dayOf, deadline, type CivilDate, type Instant } from '../../../domain/time.ts'
import { untakenRows } from '../../../store/inbox.ts'
import { countEdits } from '../../../store/ledger.ts'
import { findLink, type Link } from '../../../store/links.ts'
import { registerNow, type RegisterNow } from '../../../store/register/now.ts'
import { contactIn } from '../../../store/register/recipients.ts'
import type { PartnerDoc } from '../../../store/register/schemas.ts'
import { mayWithdrawAny } from '../../../store/nomination-dossier.ts'
import { loadParticipation } from '../../../store/typed.ts'
import { contactActorIn } from '../../session/actor.ts'
import { isAstray } from '../links/astray.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { namesIn } from '../../views/names.ts'
import type { ParticipationFile } from '../../views/participation.ts'
import type { Late } from '../links/give.ts'

/** What a link opens now. Only `open` can be acted on. */
export type Opened =
  | { readonly is: 'open'; readonly may: readonly string[] }
  | Late
  /** `applications`: some of those whom it nominated have one that can be withdrawn. */
  | { readonly is: 'over'; readonly lastDay: CivilDate; readonly applications: boolean }
  /** `until`: that last day, and the last entry that is read, while somebody may be nominated after all. */
  | { readonly is: 'saidNone'; readonly until?: { readonly lastDay: CivilDate; readonly seq: number } }
  | { readonly is: 'cancelled' | 'replaced' | 'expired' }
export type Closed = Exclude<Opened, { is: 'open' }>

/** A link as it stands now: what it is for, and whose it is. */
export interface Reading {
  readonly link: Link
  readonly file: ParticipationFile
  /** How often the file was changed so that a partner may see it: what is sent twice of one page is one, and no page counts what the office has to settle. */
  readonly seq: number
  readonly register: RegisterNow
  /** The institution that is asked, by its name of the day. */
  readonly partner: { readonly name: string; readonly country: string }
  /** Whom the link was sent to; absent where the register knows them no more. */
  readonly contact: Contact | undefined
  /** Where they are: an institution that merged is answered for by a contact of the other. */
  readonly institution: PartnerDoc
  readonly actor: Actor
  readonly opened: Opened
}

// More wait in one inbox only if someone makes a sport of it.
const rowsLookedAt = 50

/** Reads what a token opens to whoever came at a moment, and changes nothing. Throws `link-unknown` (404) for a token that is not one of ours. */
export async function readPartnerLink(
  deps: Deps,
  { token, at }: { readonly token: string; readonly at: Instant },
): Promise<Reading> {
  const link = await findLink(deps.store, token)
  const [file, register, seq] = await Promise.all([
    link && loadParticipation(deps.store, link.file),
    registerNow(deps.store),
    link ? countEdits(deps.store, link.file, { without: unseenByPartners }) : 0,
  ])
  const asked = file && register.partners.find(({ _id }) => _id === file.state.partner)
  if (!link || !file || !asked) throw new Problem(404, 'link-unknown')
  const { now, rules } = deps
  const found = contactIn(register, link.party)
  const reading = {
    link,
    file,
    seq,
    register,
    partner: { name: namesIn(register, dayOf(now(), rules.calendar)).partner(asked._id).name, country: asked.country },
    contact: found?.contact,
    institution: found?.partner ?? asked,
    actor: contactActorIn(register, link.party, { file: link.file, now: now(), rules }),
  }
  return { ...reading, opened: await openedTo(deps, { reading, at }) }
}

async function openedTo(
  deps: Deps,
  { reading, at: came }: { reading: Pick<Reading, 'link' | 'file' | 'seq' | 'actor' | 'register'>; at: Instant },
): Promise<Opened> {
  const { store, rules } = deps
  const { link, file, seq, actor } = reading
  if (link.until === undefined || link.until <= came || (await isAstray(store, link))) return { is: 'expired' }
  const answers = actor.standings.some(({ party }) => party === `partner:${file.state.partner}`)
  if (!answers) return { is: 'replaced' }
  const waiting = (await untakenRows(store, file.id, rowsLookedAt)).find((row) => row.actor.id === actor.id)
  if (waiting) return { is: 'received', at: waiting.receivedAt, row: waiting.id }
  // What its clock is about to close is closed to whoever came since; whoever said that these were all may think again until then.
  const isEnding = participation.due(file, rules).some(({ rung, at }) => rung === undefined && at <= came)
  const isAhead = came < deadline(closingOf(file.state).closesOn, rules.calendar).passesAt
  if ((isAsked(file.state) && !isEnding) || (file.state.status === 'finished' && isAhead))
    return { is: 'open', may: participation.may(file, actor) }
  const closed = closedBy({ ...file, seq }, { calendar: rules.calendar, now: came })
  if (closed.is !== 'over') return closed
  return { ...closed, applications: await mayWithdrawAny(store, file.id) }
}

/** Why nothing is asked any more. */
function closedBy({ state, seq }: Pick<ParticipationFile, 'state' | 'seq'>, { calendar, now }: Moment): Closed {
  if (state.status === 'noneThisYear') {
    const { lastDay, passesAt } = deadline(reconsideredUntil(state, calendar), calendar)
    return { is: 'saidNone', ...(now < passesAt && { until: { lastDay, seq } }) }
  }
  if (state.status === 'cancelled') return { is: 'cancelled' }
  return { is: 'over', applications: false, lastDay: deadline(closingOf(state).closesOn, calendar).lastDay }
}
