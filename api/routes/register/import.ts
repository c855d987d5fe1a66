import { z } from 'zod'
import { isRefusalCode } from '../../../domain/refusals.ts'
import { contended } from '../../../store/contended.ts'
import { editRegister, type Written } from '../../../store/register/edit.ts'
import { putTexts } from '../../../store/texts.ts'
import { assertRight } from '../../access.ts'
import { base } from '../../address.ts'
import { Imported, ImportQuery } from '../../contracts/register/import.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { takeTime } from '../../patience.ts'
import { Problem } from '../../problem.ts'
import { causeOf } from '../../register/amend.ts'
import { importOf, type Import } from '../../register/import.ts'
import { importTemplate, readRows, type RowFault } from '../../register/import-file.ts'
import { partnerDocuments } from '../../register/partners.ts'
import { sceneOf, type Scene } from '../../register/scene.ts'
import { route, type Route } from '../../route.ts'

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
      answers: { 200: { description: 'What was imported, or would be.', body: Imported } },
    },
    async ({ query, ...asked }) => {
      const scene = await sceneOf(deps, asked)
      assertRight(scene.actor, 'importPartners')
      const bytes: unknown = asked.req.body
      if (!(bytes instanceof Uint8Array)) throw new Problem(415, 'unsupported-media-type', { allowed: ['text/csv'] })
      const { rows, faults, count } = readRows(bytes)
      const dry = query.dryRun === 'true'
      const made = await importOf(rows, scene)
      const worded = [...faults, ...made.faults].sort((a, b) => a.line - b.line).map((fault) => faultView(fault, scene))
      if (worded.length > 0 && !dry) throw new Problem(422, 'import-refused', { rows: worded })
      const written = await write(scene, made, dry)
      const ids = (isNew: boolean) => written.filter((one) => one.isNew === isNew).map(({ id }) => id)
      return { body: { dryRun: dry, rows: count, added: ids(true), edited: ids(false), faults: worded } }
    },
  ),
]

/** One transaction for the whole file: killed midway, it leaves the register as it was. */
async function write(
  { deps, asked, actor }: Scene,
  { edits, texts }: Import,
  dry: boolean,
): Promise<readonly Written[]> {
  const by = {
    actor: actor.id,
    at: deps.now(),
    policy: deps.rules.policy.version,
    cause: causeOf(asked.req, { stream: 'partner/import', actor: actor.id }),
    written: () => deps.reached('registerWritten'),
  }
  let written: readonly Written[] = []
  if (!dry) await putTexts(deps.store, texts)
  await contended(async () => {
    written = await editRegister(deps.store, { kind: partnerDocuments.kind, edits, by, dry })
  })
  takeTime(asked.req)
  return written
}

const faultView = (
  { line, column, code, fields = {} }: RowFault,
  { words }: Scene,
): z.output<typeof Imported>['faults'][number] => ({
  line,
  column,
  code,
  message: isRefusalCode(code) ? words.refusal(code, fields).detail : words.fault({ path: column ?? '', code }),
})
