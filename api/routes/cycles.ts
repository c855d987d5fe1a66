import { z } from 'zod'
import { base } from '../address.ts'
import { CyclePage, CycleView } from '../contracts/cycle.ts'
import { DossiersNarrowed } from '../contracts/dossier.ts'
import { FilesQuery, FileQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { cycleArchive } from '../documents/cycle-archive.ts'
import { cycleTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import { route, type Route } from '../http/route.ts'
import { cyclePage } from '../views/lists.ts'
import { found, listed } from '../views/shown.ts'

const path = `${base}/cycles`
const tag = 'cycles'

/** Reading admission cycles (S17); what is done to them comes from the command table. */
export const cycleRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'cycles',
      tag,
      summary: 'The admission cycles that concern you',
      query: FilesQuery,
      description: 'By key.',
      page: CyclePage,
      table: cycleTable,
    },
    (asked) => listed(deps, asked, cyclePage),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'cycle',
      tag,
      summary: 'One admission cycle: its dates, where each comes from, and what is owed',
      query: FileQuery,
      answers: { 200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: CycleView } },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `admissionCycle/${key}` }),
  ),
  archiveRoute(deps),
]

const archiveRoute = (deps: Deps): Route =>
  route(
    {
      method: 'get',
      path: `${path}/{key}/documents.zip`,
      id: 'cycleDocuments',
      tag,
      summary: 'Download what was handed in with the dossiers of a cycle, by who reads it',
      query: DossiersNarrowed,
      answers: {
        200: {
          description:
            'A folder for each dossier, by its number, and in it one for each document, by its code; `missing.txt` names what could not be read.',
          body: z.string(),
          mediaType: 'application/zip',
        },
      },
    },
    (asked) => cycleArchive(deps, asked),
  )
