import type { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'
import type { Cycle, ProposedMove } from '../../domain/cycle/cycle.ts'
import { datesIn, finalOn, type SomeDates } from '../../domain/cycle/dates.ts'
import { comparedDates } from '../../domain/cycle/origins.ts'
import { notedOf } from '../../domain/cycle/noted.ts'
import { pipelineOf } from '../../domain/cycle/pipeline.ts'
import { admissionCycle } from '../../domain/cycle/process.ts'
import { keyOf } from '../../domain/id.ts'
import { participationStatuses } from '../../domain/participation/participation.ts'
import type { Stored } from '../../domain/process.ts'
import type { CycleLine } from '../../store/lines.ts'
import { storyTexts, type TextOf } from '../../store/story-texts.ts'
import { hrefOf } from '../address.ts'
import type { CyclePage, CycleView } from '../contracts/cycle.ts'
import { mayInFile } from './may.ts'
import { quotesOf } from './quotes.ts'
import type { Viewing } from './viewing.ts'
import { nextLine, waitLines } from './waits.ts'

export type CycleFile = Stored<Cycle, `admissionCycle/${string}`>
type View = z.output<typeof CycleView>

/** An admission cycle as someone sees it. */
export async function cycleView(file: CycleFile, viewing: Viewing): Promise<View> {
  const { seq, state } = file
  const { words } = viewing
  const { proposedMove } = state
  const textOf = await storyTexts(viewing.store, { data: proposedMove, quotes: quotesOf(file.id) })
  return {
    ...headOf(file, viewing),
    seq,
    dates: comparedDates(state).map(({ date, on, from, template = null, lastYear = null }) => ({
      date: { code: date, words: words.cycle.dates[date] },
      on,
      finalOn: finalOn(date, on, viewing.calendar),
      from: { code: from, words: words.cycle.origins[from] },
      template,
      lastYear,
    })),
    followed: state.proposed?.lastYear?.cycle ?? null,
    programmes: state.overrides.programmes.map(({ programme, dates }) => ({
      programme,
      dates: ownDates(dates, viewing),
    })),
    countries: state.overrides.countries.map(({ country, dates }) => ({
      country,
      name: words.country(country),
      dates: ownDates(dates, viewing),
    })),
    openedAt: state.openedAt ?? null,
    proposedMove: proposedMove ? proposedView(proposedMove, { textOf, viewing }) : null,
    participations: countsOf(state, viewing),
    pipeline: stepsOf(state, viewing),
    unsent: unsentOf(state, viewing),
    waits: waitLines(admissionCycle, { file, at: viewing }),
    may: mayInFile(admissionCycle, { file, actor: viewing.acting }),
  }
}

function proposedView(
  { date, from, to, country, programme, reason, proposer, by }: ProposedMove,
  { textOf, viewing: { words, calendar, names } }: { textOf: TextOf; viewing: Viewing },
): View['proposedMove'] {
  return {
    date: { code: date, words: words.cycle.dates[date] },
    from,
    on: to,
    finalOn: finalOn(date, to, calendar),
    country: country ?? null,
    programme: programme ?? null,
    reason: textOf(reason),
    proposer: names.party(proposer.slice('person:'.length)),
    by,
  }
}

/** How many of the invited partners stand how, in the order in which they may; those that do not occur are left out. */
const countsOf = ({ invited }: Cycle, { words }: Pick<Viewing, 'words'>): View['participations'] =>
  participationStatuses.flatMap((status) => {
    const partners = Object.values(invited).filter((one) => one.status === status).length
    return partners > 0 ? [{ status: { code: status, words: words.cycle.participations[status] }, partners }] : []
  })

/** Its dossiers by step, with whose they are and since when. */
const stepsOf = (cycle: Cycle, { words, names }: Pick<Viewing, 'words' | 'names'>): View['pipeline'] =>
  pipelineOf(cycle).map(({ step, dossiers }) => ({
    step: { code: step, words: words.dossier.steps[step] },
    dossiers: dossiers.map(({ dossier, partner, since }) => ({
      key: dossier,
      partner: names.partner(partner),
      since,
      href: hrefOf(`dossier/${dossier}`),
    })),
  }))

/** R9: the lists that are to be confirmed, by day. */
const unsentOf = (cycle: Cycle, { names }: Pick<Viewing, 'names'>): View['unsent'] =>
  Object.entries(cycle.unsent)
    .toSorted(ascending(([on]) => on))
    .map(([on, list]) => ({
      on,
      dossiers: list.dossiers.map((key) => ({
        key,
        partner: names.partner(notedOf(cycle, key)?.partner ?? ''),
        href: hrefOf(`dossier/${key}`),
      })),
    }))

/** A line of the list. */
export const cycleLine = (line: CycleLine, viewing: Viewing): z.output<typeof CyclePage>['items'][number] => ({
  ...headOf(line, viewing),
  href: hrefOf(line.id),
  next: nextLine(line, viewing),
})

/** What list and file share. */
function headOf(
  { id, state }: Pick<CycleLine, 'id' | 'state'>,
  { words }: Pick<Viewing, 'words'>,
): Pick<View, 'key' | 'name' | 'firstYear' | 'population' | 'term' | 'status'> {
  const { firstYear, population, term = null, status } = state
  return {
    key: keyOf(id),
    name: words.cycle.title(state),
    firstYear,
    population,
    term,
    status: { code: status, words: words.cycle.statuses[status] },
  }
}

const ownDates = (
  dates: SomeDates,
  { words, calendar }: Pick<Viewing, 'words' | 'calendar'>,
): View['countries'][number]['dates'] =>
  datesIn(dates).map(([date, on]) => ({
    date: { code: date, words: words.cycle.dates[date] },
    on,
    finalOn: finalOn(date, on, calendar),
  }))
