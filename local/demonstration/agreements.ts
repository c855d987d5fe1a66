import { firstYearOf, yearBeginsOn, yearEndsOn } from '../../domain/academic-year.ts'
import type { AgreementKind, Flow } from '../../domain/agreement/agreement.ts'
import { agreementId } from '../../domain/agreement/ids.ts'
import type { CommandTo } from '../../domain/catalogue.ts'
import { at, civil, plusDays, type Calendar, type CivilDate } from '../../domain/time.ts'
import type { Act } from './past.ts'
import type { Cast } from './told.ts'

interface Setting {
  readonly today: CivilDate
  readonly calendar: Calendar
  readonly cast: Cast
}
type Command = CommandTo<'agreement'>
type Draft = (Command & { type: 'draftAgreement' })['input']

/** An agreement that was in force before anybody wrote it down: its last academic year, counted from the one it is. */
interface Recorded {
  readonly title: string
  readonly kind: AgreementKind
  readonly partner: string
  readonly lastYear: number
  /** How many came and went each year, by years ago. */
  readonly flows: readonly (readonly [incoming: number, outgoing: number])[]
}
const recorded: readonly Recorded[] = [
  {
    title: 'Exchanges of students',
    kind: 'exchange',
    partner: 'tohoku',
    lastYear: 3,
    flows: [[3, 4]],
  },
  // Its last year is this one: whether it is renewed is to be decided.
  {
    title: 'Double degree in engineering',
    kind: 'doubleDegree',
    partner: 'usth',
    lastYear: 0,
    flows: [
      [4, 0],
      [5, 1],
    ],
  },
  {
    title: 'Exchanges of students',
    kind: 'exchange',
    partner: 'polito',
    lastYear: 1,
    flows: [
      [6, 5],
      [4, 7],
    ],
  },
  // It covers whoever is admitted to the next cycles (R8).
  {
    title: 'Double degree in engineering',
    kind: 'doubleDegree',
    partner: 'usj',
    lastYear: 3,
    flows: [[2, 1]],
  },
  { title: 'Framework of cooperation', kind: 'framework', partner: 'itba', lastYear: -1, flows: [] },
]
const recordedDaysAgo = 20

/** Some agreements of the school (S7, S13), written down lately; one that is on its way to a signature, and one before a research centre. */
export const agreementActs = (setting: Setting): readonly Act<'agreement'>[] => [
  ...recorded.flatMap((one, index) => recordedActs(one, { ...setting, to: agreementId(index + 1) })),
  ...sentActs({ ...setting, to: agreementId(recorded.length + 1) }),
  ...askedActs({ ...setting, to: agreementId(recorded.length + 2) }),
]

type Telling = Setting & { readonly to: ReturnType<typeof agreementId> }

/** What someone does so many days ago, at an hour. */
const ago = (
  { today, calendar, to }: Telling,
  { days, time, by }: { readonly days: number; readonly time: string; readonly by: string },
  command: (on: CivilDate) => Command,
): Act<'agreement'> => {
  const on = plusDays(today, -days)
  return { at: at(on, time, calendar), by, to, command: async () => command(on) }
}

function recordedActs({ title, kind, partner, lastYear, flows }: Recorded, telling: Telling): Act<'agreement'>[] {
  const { today, cast } = telling
  const year = firstYearOf(today)
  const last = year + lastYear
  const input: Draft = {
    ...{ title, kind, partners: [partner], withImt: false, centres: [], noticeMonths: 6 },
    validity: { from: yearBeginsOn(last - 4), until: yearEndsOn(last) },
    places: kind === 'framework' ? [] : placesIn(year, last),
    signedOn: civil(`${last - 4}-05-12`),
  }
  const counts = flows.flatMap(([incoming, outgoing], index): Flow[] => {
    const of = { year: year - 1 - index, level: 'master' as const }
    return [
      { ...of, direction: 'incoming', students: incoming },
      { ...of, direction: 'outgoing', students: outgoing },
    ]
  })
  return [
    ago(telling, { days: recordedDaysAgo, time: '14:00', by: cast.officer }, () => ({ type: 'draftAgreement', input })),
    ...counts.map((flow) =>
      ago(telling, { days: recordedDaysAgo - 1, time: '09:40', by: cast.officer }, () => ({
        type: 'recordFlows',
        input: flow,
      })),
    ),
  ]
}

/** Four each year, those to come included, as far as it is valid. */
const placesIn = (year: number, last: number): Draft['places'] =>
  [year, year + 1, year + 2]
    .filter((one) => one <= Math.max(last, year))
    .map((one) => ({ direction: 'incoming', level: 'master', year: Math.min(one, last), places: 4 }))

/** A draft for the next academic year, of interest to one research centre, whose opinion is asked. */
function drafted(telling: Telling, { partner, centre, days }: { partner: string; centre: string; days: number }) {
  const { today, cast } = telling
  const next = firstYearOf(today) + 1
  const input: Draft = {
    ...{ title: 'Exchanges of students', kind: 'exchange', partners: [partner], withImt: false },
    ...{ centres: [centre], noticeMonths: 6, places: [] },
    validity: { from: yearBeginsOn(next), until: yearEndsOn(next + 4) },
  }
  return [
    ago(telling, { days, time: '11:00', by: cast.officer }, () => ({ type: 'draftAgreement', input })),
    ago(telling, { days: days - 1, time: '09:30', by: cast.officer }, () => ({ type: 'askOpinions', input: {} })),
  ]
}

const askedActs = (telling: Telling): Act<'agreement'>[] => drafted(telling, { partner: 'upm', centre: 'sms', days: 6 })

function sentActs(telling: Telling): Act<'agreement'>[] {
  const { cast } = telling
  return [
    ...drafted(telling, { partner: 'unal', centre: 'spin', days: 18 }),
    ago(telling, { days: 15, time: '15:20', by: cast.head('spin') }, () => ({
      type: 'giveOpinion',
      input: { centre: 'spin', opinion: 'favourable' },
    })),
    ago(telling, { days: 12, time: '10:10', by: cast.legal }, () => ({ type: 'clearLegally', input: {} })),
    ago(telling, { days: 11, time: '16:00', by: cast.officer }, (sentOn) => ({
      type: 'sendToPartner',
      input: { sentOn },
    })),
  ]
}
