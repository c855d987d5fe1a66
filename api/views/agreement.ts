import type { z } from 'zod'
import type { Agreement, CentreAsked, Flow, Places, Terms, Transfer } from '../../domain/agreement/agreement.ts'
import { totalsByYear, totalsOf } from '../../domain/agreement/flows.ts'
import { agreement } from '../../domain/agreement/process.ts'
import { isInForceOn, lastDayOf, statusOn } from '../../domain/agreement/span.ts'
import { keyOf } from '../../domain/id.ts'
import { todayOf } from '../../domain/moment.ts'
import { aboutCentre } from '../../domain/plan/ids.ts'
import type { Stored } from '../../domain/process.ts'
import { nameOn } from '../../domain/register/partner.ts'
import { deadline } from '../../domain/time.ts'
import type { AgreementLine } from '../../store/lines.ts'
import { storyTexts } from '../../store/story-texts.ts'
import { hrefOf } from '../address.ts'
import type { AgreementPage, AgreementView } from '../contracts/agreement.ts'
import { attachedViews } from './documents.ts'
import { mayAbout, mayInFile } from './may.ts'
import { quotesOf } from './quotes.ts'
import type { Reading, Viewing } from './viewing.ts'
import { nextLine, waitLines } from './waits.ts'

export type AgreementFile = Stored<Agreement, `agreement/${string}`>
type View = z.output<typeof AgreementView>
type Line = z.output<typeof AgreementPage>['items'][number]

/** An agreement as someone sees it. */
export async function agreementView(file: AgreementFile, viewing: Viewing): Promise<View> {
  const { id, seq, state } = file
  const { stage, amendment, flows, scans = [] } = state
  const attachedView = await attachedViews(viewing.store, scans)
  const reading = { ...viewing, textOf: await storyTexts(viewing.store, { data: state, quotes: quotesOf(id) }) }
  return {
    ...headOf(file, viewing),
    ...termsOf(state, viewing),
    seq,
    withImt: state.withImt,
    centres: state.centres.map((centre) => centreOf(centre, file, reading)),
    stage: stage ?? null,
    sentOn: state.sentOn ?? null,
    signedOn: state.signedOn ?? null,
    agreed: state.agreed.map(({ version, signedOn, ...terms }) => ({
      version,
      signedOn,
      ...termsOf(terms, viewing),
      scans: scans.filter((scan) => scan.version === version).map(attachedView),
    })),
    amendment: amendment
      ? {
          version: amendment.version,
          ...termsOf(amendment, viewing),
          reason: reading.textOf(amendment.reason),
          by: amendment.by,
        }
      : null,
    transfers: Object.entries(state.transfers ?? {}).map(([partner, transfer]) =>
      transferOf(partner, transfer, viewing),
    ),
    renewal: renewalOf(state, reading),
    termination: terminationOf(state, reading),
    flows: {
      counts: flows.map((flow) => ({ ...studentsOf(flow, viewing), students: flow.students })),
      years: totalsByYear(flows).map((year) => ({ ...year })),
      total: totalsOf(flows),
    },
    renews: state.renews ?? null,
    successor: state.successor ?? null,
    waits: waitLines(agreement, { file, at: viewing }),
    may: mayInFile(agreement, { file, actor: viewing.acting }),
  }
}

/** A line of the list. */
export const agreementLine = (line: AgreementLine, viewing: Viewing): Line => ({
  ...headOf(line, viewing),
  href: hrefOf(line.id),
  next: nextLine(line, viewing),
})

/** What list and file share. The day after its end nothing shows it as in force, whenever the clock comes by. */
function headOf({ id, state }: Pick<AgreementLine, 'id' | 'state'>, viewing: Viewing): Omit<Line, 'href' | 'next'> {
  const { words } = viewing
  const today = todayOf(viewing)
  const status = statusOn(state, today)
  const { partners, validity } = termsOf(state, viewing)
  return {
    key: keyOf(id),
    title: state.title,
    kind: { code: state.kind, words: words.agreement.kinds[state.kind] },
    status: { code: status, words: words.agreement.statuses[status] },
    inForce: isInForceOn(state, today),
    partners,
    validity,
    lastDay: lastDayOf(state),
  }
}

const termsOf = (
  { partners, validity, noticeMonths, places }: Terms,
  viewing: Viewing,
): Pick<View, 'partners' | 'validity' | 'noticeMonths' | 'places'> => ({
  partners: partners.map((partner) => {
    const { id, name } = viewing.names.partner(partner)
    return { id, name }
  }),
  validity: { from: validity.from, until: validity.until },
  noticeMonths,
  places: places.map((one) => ({ ...studentsOf(one, viewing), places: one.places })),
})

const studentsOf = (
  { direction, level, year }: Omit<Places, 'places'> | Flow,
  { words: { agreement: words } }: Viewing,
): Pick<View['places'][number], 'direction' | 'level' | 'year'> => ({
  direction: { code: direction, words: words.directions[direction] },
  level: { code: level, words: words.levels[level] },
  year,
})

function centreOf(centre: string, file: AgreementFile, reading: Reading): View['centres'][number] {
  const { opinions } = file.state
  const asked: CentreAsked | undefined = Object.hasOwn(opinions, centre) ? opinions[centre] : undefined
  const { given } = asked ?? {}
  return {
    ...reading.names.centre(centre),
    answerBy: asked ? deadline(asked.by, reading.calendar).lastDay : null,
    opinion: given ? { code: given.opinion, words: reading.words.agreement.opinions[given.opinion] } : null,
    ...(given?.reason !== undefined && { reason: reading.textOf(given.reason) }),
    may: mayAbout(agreement, { file, actor: reading.acting, about: aboutCentre(centre) }),
  }
}

/** Each under its own name, which the list of partners gives to its successor alone. */
function transferOf(partner: string, { into, on, by }: Transfer, viewing: Viewing): View['transfers'][number] {
  const named = (id: string): { id: string; name: string } => {
    const known = viewing.register.partners.find(({ _id }) => _id === id)
    return { id, name: known ? nameOn(known, todayOf(viewing)) : id }
  }
  return { from: named(partner), into: named(into), on, finalOn: deadline(by, viewing.calendar).lastDay }
}

function renewalOf({ renewal }: Agreement, { words, textOf }: Reading): View['renewal'] {
  if (!renewal) return null
  const { months, of, at, flows, results, decided } = renewal
  return {
    months,
    of: { code: of, words: words.role({ role: of }) },
    at,
    flows,
    results,
    decided: decided
      ? {
          decision: { code: decided.decision, words: words.agreement.decisions[decided.decision] },
          at: decided.at,
          reason: textOf(decided.reason),
        }
      : null,
  }
}

function terminationOf({ termination }: Agreement, { words, textOf }: Reading): View['termination'] {
  if (!termination) return null
  const { side, noticedOn, endsOn, reason } = termination
  return { side: { code: side, words: words.agreement.sides[side] }, noticedOn, endsOn, reason: textOf(reason) }
}
