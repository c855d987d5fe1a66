import type { z } from 'zod'
import { dayOf, endOf, plusMs, type CivilDate, type Instant } from '../../domain/time.ts'
import type { FilesQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { tagOf } from '../http/basis.ts'
import { invalid, Problem } from '../http/problem.ts'
import type { Reply } from '../http/route.ts'
import { viewing, type Reader, type Viewing } from './viewing.ts'
import { viewOf } from './views.ts'

interface Shown extends Omit<Reader, 'asAt'> {
  /** `partnershipPlan/usth-2027` */
  readonly id: string
}

/** A file as someone sees it, with the `ETag` of its last edit; nothing where there is none, or where it does not concern them. */
export async function shown(deps: Deps, { id, ...reader }: Shown): Promise<Reply | undefined> {
  const view = await viewOf(id, viewing(deps, reader))
  return view && { headers: { ETag: tagOf(view.edited) }, body: view.body }
}

/**
 * The file, or as it was known at the end of a day of the school's, which nobody can change. Throws `not-found`, and `invalid-query` for
 * a day that is still to come.
 */
export async function found(deps: Deps, { asOf, ...reader }: Shown & { asOf?: CivilDate | undefined }): Promise<Reply> {
  const reply = asOf === undefined ? await shown(deps, reader) : await past(deps, { ...reader, asOf })
  if (!reply) throw new Problem(404, 'not-found')
  return reply
}

async function past(deps: Deps, { asOf, id, ...reader }: Shown & { asOf: CivilDate }): Promise<Reply | undefined> {
  const view = await viewOf(id, viewing(deps, { ...reader, asAt: lastMomentOf(asOf, deps) }))
  return view && { body: view.body }
}

/** A list as its reader sees it, or as it was known at the end of a day of the school's. Throws `invalid-query` for a day that is still to come. */
export function listed<P extends object>(
  deps: Deps,
  { query: { after, asOf }, ...reader }: Omit<Reader, 'asAt'> & { query: z.output<typeof FilesQuery> },
  page: (after: string | undefined, viewing: Viewing) => Promise<P>,
): Promise<P> {
  const asAt = asOf === undefined ? undefined : lastMomentOf(asOf, deps)
  return page(after, viewing(deps, { ...reader, asAt }))
}

/** The last moment of a day, of today the present one. */
function lastMomentOf(day: CivilDate, { now, rules: { calendar } }: Deps): Instant {
  const today = dayOf(now(), calendar)
  if (day > today) throw invalid('invalid-query', [{ path: 'asOf', code: 'day_ahead' }])
  return day === today ? now() : plusMs(endOf(day, calendar), -1)
}
