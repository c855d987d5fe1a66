import type { z } from 'zod'
import { centreApproval } from '../../domain/approval/process.ts'
import { keyOf } from '../../domain/id.ts'
import type { Party } from '../../domain/roster.ts'
import { deadline, type Instant } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import type { Only } from '../../store/file-pages.ts'
import { agreementLines, cycleLines, labelLines, participationLines, planLines } from '../../store/lines.ts'
import { pageOfApprovals, pageOfCorrespondence, type PageAsked } from '../../store/typed.ts'
import { hrefOf } from '../address.ts'
import type { AgreementPage } from '../contracts/agreement.ts'
import type { ApprovalPage } from '../contracts/approval.ts'
import type { CyclePage } from '../contracts/cycle.ts'
import type { LabelPage } from '../contracts/label.ts'
import type { MessagesPage } from '../contracts/messages.ts'
import type { ParticipationPage } from '../contracts/participation.ts'
import type { PlanPage } from '../contracts/plan.ts'
import { partiesOf } from '../session/access.ts'
import { agreementLine } from './agreement.ts'
import { cycleLine } from './cycle.ts'
import { labelLine } from './label.ts'
import { mayInFile } from './may.ts'
import { nextAt } from './messages.ts'
import { participationLine } from './participation.ts'
import { readSubjects } from './subjects.ts'
import type { Viewing } from './viewing.ts'
import { nextLine } from './waits.ts'

/** As many lines as one page of a list has: all 130 partners of an office (ADR 81). */
export const perPage = 200
// Of a day that is past each is folded out of its ledger.
const perPastPage = 50

/** Whose files are listed as of when, and where a page begins. */
interface Asked<F> {
  readonly read: (store: Store, page: PageAsked) => Promise<readonly F[]>
  readonly after: string | undefined
  readonly store: Store
  readonly parties: readonly Party[]
  readonly asAt?: Instant | undefined
  readonly only?: Only | undefined
}

/** One page of files, each as a line; the key after which the next page begins. */
export async function page<F extends { readonly id: string }, L>(
  { read, after, store, parties, asAt, only }: Asked<F>,
  line: (file: F) => L,
): Promise<{ items: L[]; next: string | null }> {
  const most = asAt === undefined ? perPage : perPastPage
  const files = await read(store, { parties, limit: most + 1, after, asAt, only })
  const shown = files.slice(0, most)
  const last = shown.at(-1)
  return { items: shown.map(line), next: files.length > most && last ? keyOf(last.id) : null }
}

/** Whose files a reader sees: those of today, also as they were. */
export const seenBy = ({ store, actor, asAt }: Viewing): Pick<Asked<never>, 'store' | 'parties' | 'asAt'> => ({
  store,
  parties: partiesOf(actor),
  asAt,
})

/** The plans that concern someone, by key. */
export const planPage = (after: string | undefined, viewing: Viewing): Promise<z.output<typeof PlanPage>> =>
  page({ read: planLines(viewing), after, ...seenBy(viewing) }, (line) => {
    const { partner, firstYear, status, version, pilot } = line.state
    return {
      key: keyOf(line.id),
      partner: viewing.names.partner(partner),
      firstYear,
      status: { code: status, words: viewing.words.planStatus(status) },
      version,
      pilot,
      href: hrefOf(line.id),
      next: nextLine(line, viewing),
    }
  })

/** The approvals that someone may answer or see, by key. */
export async function approvalPage(
  after: string | undefined,
  viewing: Viewing,
): Promise<z.output<typeof ApprovalPage>> {
  const files = await page({ read: pageOfApprovals, after, ...seenBy(viewing) }, (file) => file)
  const planOf = await readSubjects(
    viewing.store,
    files.items.flatMap(({ state }) => (state.asked ? [state.asked.subject] : [])),
  )
  const items = files.items.flatMap((file) => {
    const { asked, status } = file.state
    if (!asked) return []
    const { id, name } = viewing.names.partner(planOf(asked.subject).plan?.state.partner ?? '')
    return [
      {
        key: keyOf(file.id),
        plan: keyOf(asked.subject),
        partner: { id, name },
        centre: viewing.names.centre(asked.centre),
        status: { code: status, words: viewing.words.approvalStatus(status) },
        version: asked.version,
        finalOn: deadline(asked.answerBy, viewing.calendar).lastDay,
        may: mayInFile(centreApproval, { file, actor: viewing.acting }),
        href: hrefOf(file.id),
      },
    ]
  })
  return { items, next: files.next }
}

/** The other parties whose mail someone may see, by id. */
export async function partiesPage(
  after: string | undefined,
  viewing: Viewing,
): Promise<Pick<z.output<typeof MessagesPage>, 'parties' | 'next'>> {
  const { items, next } = await page({ read: pageOfCorrespondence, after, ...seenBy(viewing) }, (file) => ({
    party: keyOf(file.id),
    status: { code: file.state.status, words: viewing.words.correspondenceStatus(file.state.status) },
    pending: file.state.pending.length,
    nextAt: nextAt(file, viewing),
    sending: file.state.sending !== undefined,
    heldUntilOn: file.state.held?.untilOn ?? null,
    href: hrefOf(file.id),
  }))
  return { parties: items.filter(({ party }) => `person:${party}` !== viewing.actor.id), next }
}

/** The labels that concern someone, by key. */
export const labelPage = (after: string | undefined, viewing: Viewing): Promise<z.output<typeof LabelPage>> =>
  page({ read: labelLines(viewing), after, ...seenBy(viewing) }, (line) => labelLine(line, viewing))

/** The agreements that concern someone, by register number. */
export const agreementPage = (after: string | undefined, viewing: Viewing): Promise<z.output<typeof AgreementPage>> =>
  page({ read: agreementLines(viewing), after, ...seenBy(viewing) }, (line) => agreementLine(line, viewing))
/** The admission cycles that concern someone, by key. */
export const cyclePage = (after: string | undefined, viewing: Viewing): Promise<z.output<typeof CyclePage>> =>
  page({ read: cycleLines(viewing), after, ...seenBy(viewing) }, (line) => cycleLine(line, viewing))

/** The invited partners of the cycles that concern someone, by key. */
export const participationPage = (
  after: string | undefined,
  viewing: Viewing,
): Promise<z.output<typeof ParticipationPage>> =>
  page({ read: participationLines(viewing), after, ...seenBy(viewing) }, (line) => participationLine(line, viewing))
