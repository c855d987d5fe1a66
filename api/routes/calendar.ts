import type { RequestHandler } from 'express'
import { holdsMandate } from '../../domain/mandates.ts'
import { dayOf } from '../../domain/time.ts'
import { calendarFeedOf, calendarFeedSince, endCalendarFeed, makeCalendarFeed } from '../../store/calendar-feeds.ts'
import { registerNow } from '../../store/register/now.ts'
import { base } from '../address.ts'
import { CalendarAddress, CalendarFeed } from '../contracts/calendar.ts'
import { parse } from '../contracts/parse.ts'
import { NoBody, NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { limitedByCaller } from '../http/limits.ts'
import { takeTime } from '../http/patience.ts'
import { Problem } from '../http/problem.ts'
import { jsonBodyOf } from '../http/request.ts'
import { openRoute, route, type Route } from '../http/route.ts'
import { callerIn } from '../session/caller.ts'
import { calendarOf } from '../views/calendar.ts'
import { viewing } from '../views/viewing.ts'

/** Where calendars stand that programs subscribe to. */
export const calendarBase = '/calendar'
const path = `${base}/me/calendar`
const tag = 'me'
const wellFormed = /^([A-Za-z0-9_-]{43})\.ics$/

// Programs ask once an hour, a whole school from one address.
const limit = { seconds: 60, most: 300 } as const

/** What every request of a calendar program passes. */
export const calendarLimits = (): RequestHandler => limitedByCaller(limit)

/** One's own calendar: whether it has an address, a new one, and the end of it. */
export const calendarRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path,
      id: 'calendar',
      tag,
      summary: 'Whether your calendar has an address',
      query: NoQuery,
      answers: { 200: { description: 'Since when.', body: CalendarFeed } },
    },
    async ({ caller: { person } }) => ({
      body: { since: (await calendarFeedSince(deps.store, person.id)) ?? null },
    }),
  ),
  route(
    {
      method: 'post',
      path,
      id: 'makeCalendar',
      tag,
      summary: 'Give your calendar a new address; the one before ends',
      query: NoQuery,
      body: NoBody,
      answers: { 201: { description: 'The address, shown this once.', body: CalendarAddress } },
    },
    async ({ caller: { person }, req }) => {
      parse(NoBody, { value: jsonBodyOf(req), or: 'invalid-body' })
      const since = deps.now()
      const token = await makeCalendarFeed(deps.store, { person: person.id, now: since })
      takeTime(req)
      return { status: 201, body: { since, url: `${deps.publicUrl}${calendarBase}/${token}.ics` } }
    },
  ),
  route(
    {
      method: 'delete',
      path,
      id: 'endCalendar',
      tag,
      summary: 'End the address of your calendar',
      query: NoQuery,
      answers: { 200: { description: 'There is none any more.', body: CalendarFeed } },
    },
    async ({ caller: { person }, req }) => {
      await endCalendarFeed(deps.store, person.id)
      takeTime(req)
      return { body: { since: null } }
    },
  ),
]

/** The calendars themselves, for programs that cannot sign in. */
export const openCalendarRoutes = (deps: Deps): readonly Route[] => [
  openRoute(
    {
      method: 'get',
      path: `${calendarBase}/{file}`,
      id: 'calendarFile',
      tag,
      summary: 'What is waited for from whoever made this address, for calendar programs',
      query: NoQuery,
      answers: { 200: { description: 'iCalendar (RFC 5545).', mediaType: 'text/calendar' } },
    },
    async ({ key }) => ({
      headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
      body: await calendarAt(deps, wellFormed.exec(key)?.[1]),
    }),
  ),
]

/** The calendar at an address. Throws `not-found`: also where it ended, and for whoever has left. */
async function calendarAt(deps: Deps, token: string | undefined): Promise<string> {
  const { store, now, rules } = deps
  const id = token === undefined ? undefined : await calendarFeedOf(store, token)
  const caller = id === undefined ? undefined : callerIn(await registerNow(store), id, deps)
  if (!caller || !holdsMandate(caller.person, dayOf(now(), rules.calendar))) throw new Problem(404, 'not-found')
  return calendarOf(viewing(deps, { caller, language: caller.person.language }))
}
