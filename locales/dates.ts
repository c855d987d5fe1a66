import { endOf, type CivilDate, type Instant } from '../domain/time.ts'
import type { DateMessages } from './catalogue.ts'
import type { Formatter } from './formatter.ts'

/** A last day: it counts whole, where the school is, whatever the reader's zone. */
interface LastDay {
  readonly untilOn: CivilDate
  /** Where it ends at 24:00: the school's zone. */
  readonly zone: string
  /** The reader's zone, to say when that is by their own clock; absent: not said. */
  readonly readerZone?: string | undefined
}
export interface ZonedMoment {
  readonly at: Instant
  readonly zone: string
}
export interface Dates {
  /** `'Wednesday 19 May 2027'` */
  day(on: string): string
  /** `'Wednesday 19 May 2027 included, until 24:00 Paris time'`, and when that is for a reader whose clock differs then. */
  lastDay(last: LastDay): string
  /** `'Wednesday 19 May 2027, 15:30 Paris time'` */
  moment(moment: ZonedMoment): string
}

/** Dates in the words of one language; `zones` are the names of time zones by their id. */
export function datesOf(messages: DateMessages, zones: Readonly<Record<string, string>>, format: Formatter): Dates {
  const zoneTime = (zone: string): string => {
    const city = zones[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
    return format.text(/^[AEIOUYÉÈÊÎÔ]/.test(city) ? messages.zoneTimeElided : messages.zoneTime, { city })
  }
  const dayAt = (at: string, zone: string): string => {
    const { weekday = '', day = '', month = '', year = '' } = format.parts(at, zone)
    return format.text(messages.day, { weekday, day, month, year })
  }
  const day = (on: string): string => dayAt(`${on}T00:00:00Z`, 'UTC')
  const moment = ({ at, zone }: ZonedMoment): string => {
    const { hour = '', minute = '' } = format.parts(at, zone)
    return format.text(messages.moment, { day: dayAt(at, zone), hour, minute, zone: zoneTime(zone) })
  }
  return {
    day,
    moment,
    lastDay: ({ untilOn, zone, readerZone = zone }) => {
      const end = endOf(untilOn, { zone })
      const there = format.text(messages.lastDay, { day: day(untilOn), zone: zoneTime(zone) })
      if (sameClock(end, [zone, readerZone], format)) return there
      return format.text(messages.lastDayElsewhere, { there, here: moment({ at: end, zone: readerZone }) })
    },
  }
}

/** Whether two zones show the same day and time at an instant. */
const sameClock = (at: Instant, [one, other]: readonly [string, string], format: Formatter): boolean =>
  JSON.stringify(format.parts(at, one)) === JSON.stringify(format.parts(at, other))
