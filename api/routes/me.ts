import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Router } from 'express'
import type { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'
import { dayOf, type CivilDate } from '../../domain/time.ts'
import { contended } from '../../store/contended.ts'
import { editPerson, findPerson, type OwnEdit, type Person } from '../../store/register/people.ts'
import { loadRoster } from '../../store/register/roster.ts'
import { MeEdit } from '../contracts/me.ts'
import { parse } from '../contracts/parse.ts'
import type { Deps } from '../deps.ts'
import { exactRouter } from '../http/exact-router.ts'
import { takeTime } from '../http/patience.ts'
import { jsonBodyOf } from '../http/request.ts'
import { assertAbsences } from '../register/absences.ts'
import { callerOf, languageOf } from '../session/caller.ts'
import { meView } from '../views/me.ts'

/** `/api/v1/me`: one's own entry in the register; absences, delegates and the language are one's own to set. */
export function meRoutes(deps: Deps): Router {
  const routes = exactRouter()

  routes.get('/', async (req, res) => {
    const { person, actor } = callerOf(req)
    res.json(await meView(deps, { person, actor, language: languageOf(req) }))
  })

  routes.patch('/', async (req, res) => {
    const { person, actor } = callerOf(req)
    const today = dayOf(deps.now(), deps.rules.calendar)
    const change = changed(person, { ...parse(MeEdit, { value: jsonBodyOf(req), or: 'invalid-body' }), today })
    if (change.absences)
      assertAbsences(change.absences, {
        self: person.id,
        roster: await loadRoster(deps.store),
        today,
      })
    if (Object.keys(change).length > 0) await edit(deps, { person, change, actor: actor.id })
    takeTime(req)
    const now = (await findPerson(deps.store, person.id)) ?? person
    res.json(await meView(deps, { person: now, actor, language: now.language }))
  })

  return routes
}

/** What would be different, absences in the order of time; saying again what is said already writes nothing. */
function changed(
  person: Person,
  { language, absences, consentsToPublication, today }: z.output<typeof MeEdit> & { readonly today: CivilDate },
): OwnEdit {
  const sorted = absences?.toSorted(ascending(({ fromOn }) => fromOn))
  return {
    ...(language && language !== person.language && { language }),
    ...(consentsToPublication !== undefined &&
      consentsToPublication !== (person.publicationConsentOn !== undefined) && {
        publicationConsentOn: consentsToPublication ? today : undefined,
      }),
    ...(sorted && !isDeepStrictEqual(sorted, person.absences) && { absences: sorted }),
  }
}

const edit = (
  { store, rules, now }: Deps,
  { person, change, actor }: { person: Person; change: OwnEdit; actor: string },
): Promise<void> =>
  contended(() =>
    editPerson(store, {
      id: person.id,
      change,
      actor,
      at: now(),
      policy: rules.policy.version,
      cause: randomBytes(16).toString('hex'),
    }),
  )
