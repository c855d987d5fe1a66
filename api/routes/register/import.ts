import { z } from 'zod'
import { contended } from '../../../store/contended.ts'
import type { Done } from '../../../store/register/asked.ts'
import { editRegister, type Written } from '../../../store/register/edit.ts'
import { base } from '../../address.ts'
import { Imported, ImportQuery, type ImportRow } from '../../contracts/register/import.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { takeTime } from '../../http/patience.ts'
import { Problem } from '../../http/problem.ts'
import { fileIn } from '../../http/request.ts'
import { route, type Reply, type Route } from '../../http/route.ts'
import { toldOf, type ReadFile } from '../../imports/table-file.ts'
import { importTemplate, readRows } from '../../register/import-file.ts'
import { importOf, type Import } from '../../register/import.ts'
import { authorshipOf, once, type Asking } from '../../register/once.ts'
import { partnerDocuments } from '../../register/partners.ts'
import { sceneOf, type Scene } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'

const tag = 'partners'
const path = `${base}/partners`

/** Partners and contacts out of a file: all of them or none. */
export const importRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${path}/importTemplate`,
      id: 'importTemplate',
      tag,
      summary: 'An empty file to import partners from',
      query: NoQuery,
      answers: {
        200: {
          description: 'Its columns; several values in one cell are separated by |.',
          body: z.string(),
          mediaType: 'text/csv',
        },
      },
    },
    async ({ caller }) => {
      assertRight(caller.actor, 'importPartners')
      const headers = {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="partners.csv"',
      }
      return { headers, body: importTemplate }
    },
  ),
  route(
    {
      method: 'post',
      path: `${path}/import`,
      id: 'importPartners',
      tag,
      summary: 'Import partners and contacts, all or nothing; the same file again changes nothing',
      query: ImportQuery,
      body: z.string(),
      mediaType: 'text/csv',
      repeatable: true,
      answers: { 200: { description: 'What was imported, or would be.', body: Imported } },
    },
    async ({ query, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'importPartners')
      const { bytes } = fileIn(asked.req, ['text/csv'])
      const read = readRows(bytes)
      if (query.dryRun === 'true') return imported(scene, { read, dry: true, asking: { cause: '' } })
      return once(scene, 'partner/import', {
        act: (asking) => imported(scene, { read, dry: false, asking }),
        again: async (done) => ({ body: importedView(read, { dry: false, written: done, faults: [] }) }),
      })
    },
  ),
]

/** Imports rows that were read, or says what that would do. Throws `import-refused`. */
async function imported(
  scene: Scene,
  { read, dry, asking }: { read: ReadFile<ImportRow>; dry: boolean; asking: Asking },
): Promise<Reply> {
  const made = await importOf(read, scene)
  const faults = toldOf([...read.faults, ...made.faults], scene.words)
  if (faults.length > 0 && !dry) throw new Problem(422, 'import-refused', { rows: faults })
  const written = await write(scene, { made, dry, asking })
  return { body: importedView(read, { dry, written, faults }) }
}

function importedView(
  { count }: ReadFile<ImportRow>,
  { dry, written, faults }: { dry: boolean; written: Done; faults: z.output<typeof Imported>['faults'] },
): z.output<typeof Imported> {
  const ids = (isNew: boolean): string[] => written.filter((one) => one.isNew === isNew).map(({ id }) => id)
  return { dryRun: dry, rows: count, added: ids(true), edited: ids(false), faults }
}

/** One transaction for the whole file: killed midway, it leaves the register as it was. */
async function write(
  scene: Scene,
  { made: { edits, texts }, dry, asking }: { made: Import; dry: boolean; asking: Asking },
): Promise<readonly Written[]> {
  const { deps, asked } = scene
  const by = authorshipOf(scene, asking)
  const written = await contended(() =>
    editRegister(deps.store, { kind: partnerDocuments.kind, edits, by, texts, dry }),
  )
  takeTime(asked.req)
  return written
}
