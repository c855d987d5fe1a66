import type { z } from 'zod'
import { hasRight } from '../../domain/access.ts'
import { todayOf } from '../../domain/moment.ts'
import { recordEnd } from '../../domain/register/keeping.ts'
import { neverNominated } from '../../store/erasing/unnominated.ts'
import { rosterOf } from '../../store/register/roster.ts'
import { base } from '../address.ts'
import type { Agenda } from '../contracts/agenda.ts'
import type { Viewing } from '../views/viewing.ts'
import { mayErase } from './erasing.ts'

/** Whose record has had its time though no dossier says so (R15), the longest ago first: for whoever may erase them. */
export async function toEraseView(viewing: Viewing): Promise<z.output<typeof Agenda>['toErase']> {
  const { store, actor, register } = viewing
  const has = (right: Parameters<typeof hasRight>[1]): boolean => hasRight(actor, right)
  if (!mayErase({ has, actor, roster: rosterOf(register), on: todayOf(viewing) })) return []
  const ended = (await neverNominated(store)).flatMap(({ candidate, saidAt }) => {
    const end = recordEnd(saidAt, viewing)
    return end ? [{ candidate, ...end }] : []
  })
  return ended
    .toSorted((one, other) => (one.endedOn < other.endedOn ? -1 : 1))
    .map(({ candidate: { _id, name }, endedOn, by, isLate }) => ({
      candidate: _id,
      name: name ?? null,
      endedOn,
      by,
      late: isLate,
      href: `${base}/candidates/${_id}`,
    }))
}
