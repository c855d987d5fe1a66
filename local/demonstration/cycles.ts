import type { CommandTo } from '../../domain/catalogue.ts'
import type { Population } from '../../domain/cycle/cycle.ts'
import { templateDates, type CycleDates, type CycleTemplate } from '../../domain/cycle/dates.ts'
import { cycleId } from '../../domain/cycle/ids.ts'
import { participationId } from '../../domain/participation/ids.ts'
import { keyOf } from '../../domain/id.ts'
import { at, plusDays, type Calendar, type CivilDate } from '../../domain/time.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import type { Act, Scene } from './past.ts'
import type { Cast } from './told.ts'

interface Setting {
  readonly today: CivilDate
  readonly calendar: Calendar
  readonly cast: Cast
}
type Degree = Exclude<Population, 'exchange'>

/** Nobody could still nominate for an earlier one. */
const daysToNominate = 21

/**
 * Admission cycles of the school (S17): that of engineers is prepared and waits for its opening; that of masters has partners invited,
 * of whom one takes part and one has nobody this year, as far as its opening has come.
 */
export const cycleActs = (
  { admissions }: Pick<SchoolPolicy['policy'], 'admissions'>,
  setting: Setting,
): readonly Act[] => [
  ...preparedActs('engineer', setting, admissions.engineer),
  ...openedActs('master', setting, admissions.master),
]

/** The first cycle for which a partner would still have time to nominate. */
function nextCycle(
  template: CycleTemplate,
  today: CivilDate,
): { readonly firstYear: number; readonly dates: CycleDates } {
  const from = Number(today.slice(0, 4)) - 1
  for (let firstYear = from; ; firstYear++) {
    const dates = templateDates(template, firstYear)
    if (dates.nominationsCloseOn > plusDays(today, daysToNominate)) return { firstYear, dates }
  }
}

const preparation = (population: Degree, firstYear: number): CommandTo<'admissionCycle'> => ({
  type: 'prepare',
  input: { firstYear, population },
})

/** Prepared twelve days ago; it is to open within the week, or on its own day where that is later. */
function preparedActs(
  population: Degree,
  { today, calendar, cast }: Setting,
  template: CycleTemplate,
): Act<'admissionCycle'>[] {
  const { firstYear, dates } = nextCycle(template, today)
  const to = cycleId({ firstYear, population })
  const opensOn = plusDays(today, 5)
  return [
    {
      ...{ at: at(plusDays(today, -12), '10:15', calendar), by: cast.officer, to },
      command: async () => preparation(population, firstYear),
    },
    ...(dates.opensOn < opensOn
      ? [
          {
            ...{ at: at(plusDays(today, -12), '10:40', calendar), by: cast.officer, to },
            command: async (): Promise<CommandTo<'admissionCycle'>> => ({
              type: 'setDates',
              input: { dates: { opensOn } },
            }),
          },
        ]
      : []),
  ]
}

/** Opened on its day, three partners invited on the day after; what became of it so far. */
function openedActs(population: Degree, { today, calendar, cast }: Setting, template: CycleTemplate): Act[] {
  const { firstYear, dates } = nextCycle(template, today)
  const to = cycleId({ firstYear, population })
  const by = cast.officer
  const on = (days: number, time: string) => at(plusDays(dates.opensOn, days), time, calendar)
  const reason = (scene: Scene): Promise<string> => scene.keep('Continuous contact with its engineering faculty.')
  return [
    { at: on(-20, '09:30'), by, to, command: async () => preparation(population, firstYear) },
    { at: on(0, '09:05'), by, to, command: async () => ({ type: 'open', input: {} }) },
    {
      ...{ at: on(1, '14:20'), by, to },
      command: async (scene) => ({
        type: 'invite',
        input: {
          partners: await Promise.all(
            ['usj', 'usth', 'itba'].map(async (partner) => ({ partner, reason: await reason(scene) })),
          ),
        },
      }),
    },
    {
      ...{ at: on(9, '11:10'), by, to: participationId(keyOf(to), 'usj') },
      command: async () => ({ type: 'recordOpened', input: {} }),
    },
    {
      ...{ at: on(13, '16:30'), by, to: participationId(keyOf(to), 'itba') },
      command: async () => ({ type: 'recordNoneThisYear', input: {} }),
    },
  ]
}
