import { loadCycle } from '../../store/typed.ts'
import { base } from '../address.ts'
import { CyclePartners, ParticipationPage, ParticipationView } from '../contracts/participation.ts'
import { FilesQuery, FileQuery, WholeListQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { cyclePartnerTable, participationTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import { cyclePartnersView } from '../views/cycle-partners.ts'
import { participationPage } from '../views/lists.ts'
import { found, listed } from '../views/shown.ts'
import { viewing } from '../views/viewing.ts'
import { isVisible } from '../views/views.ts'

const path = `${base}/participations`
const tag = 'participations'

/** Reading who takes part in admission cycles (S17); what is done to them comes from the command table. */
export const participationRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'participations',
      tag,
      summary: 'The invited partners of the admission cycles that concern you',
      query: FilesQuery,
      description: 'By key, so by cycle.',
      page: ParticipationPage,
      table: participationTable,
    },
    (asked) => listed(deps, asked, participationPage),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'participation',
      tag,
      summary: 'One partner’s part in a cycle: how it stands, and until when it may nominate',
      query: FileQuery,
      answers: {
        200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: ParticipationView },
      },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `participation/${key}` }),
  ),
  cyclePartnersRoute(deps),
]

const cyclePartnersRoute = (deps: Deps): Route =>
  listRoute(
    deps,
    {
      path: `${base}/cycles/{key}/partners`,
      id: 'cyclePartners',
      tag: 'cycles',
      summary: 'Every partner beside a cycle: invitable or why not (R8), and how it stands once invited',
      query: WholeListQuery,
      description: 'By id.',
      page: CyclePartners,
      table: cyclePartnerTable,
    },
    async ({ key, ...asked }) => {
      const id = `admissionCycle/${key}`
      const reading = viewing(deps, asked)
      const cycle = (await isVisible(id, reading)) ? await loadCycle(deps.store, id) : undefined
      if (!cycle) throw new Problem(404, 'not-found')
      return cyclePartnersView(cycle, reading)
    },
  )
