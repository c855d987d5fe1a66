import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import { civil } from '../../domain/time.ts'
import { sha256 } from '../../store/chain.ts'
import { lastEditsOf } from '../../store/ledger.ts'
import { agendaOf } from './agenda.ts'
import type { Viewing } from './viewing.ts'

const refreshSeconds = 3600

/**
 * Someone's agenda as a calendar (RFC 5545): whole days, the last on which each thing may be done (R1), none of which makes them busy.
 * What is done is gone at the next refresh; what moved keeps its identity, as a later revision: the number of the last entry that changed its file.
 */
export async function calendarOf(viewing: Viewing): Promise<string> {
  const { words, calendar, now } = viewing
  const feed = ical({
    name: words.calendar('name'),
    prodId: { company: 'Longitude', product: 'agenda', language: words.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  })
  const { items } = await agendaOf(viewing)
  const edits = await lastEditsOf(viewing.store, [...new Set(items.map(({ subject }) => subject))])
  for (const { subject, kind, about, heading, partner, finalOn, late } of items) {
    const edited = edits.get(subject)
    const until = words.lastDay({ untilOn: civil(finalOn), zone: calendar.zone })
    feed.createEvent({
      id: sha256(JSON.stringify([subject, kind, about])).slice(0, 32),
      // RFC 5545, 3.8.7: where a method is published, the moment it was made; which revision it is, and since when.
      stamp: now,
      ...(edited && { sequence: edited.seq, lastModified: edited.takenAt }),
      // A day without a zone: the generator writes the UTC day of what it is given.
      start: `${finalOn}T00:00:00Z`,
      allDay: true,
      summary: [heading, ...(partner === null ? [] : [partner])].join(' · '),
      description: words.calendar(late ? 'late' : 'until', { until }),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    })
  }
  return feed.toString()
}
