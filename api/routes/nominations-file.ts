import { z } from 'zod'
import { participation } from '../../domain/participation/process.ts'
import { Refusal } from '../../domain/refusals.ts'
import { loadParticipation } from '../../store/typed.ts'
import { base } from '../address.ts'
import { NominationsImported } from '../contracts/nominations-file.ts'
import { Receipt } from '../contracts/receipt.ts'
import { ImportQuery } from '../contracts/register/import.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { mediaTypes } from '../exports/formats.ts'
import { Problem } from '../http/problem.ts'
import { fileIn } from '../http/request.ts'
import { route, type Route } from '../http/route.ts'
import { recognised } from '../nominations-file/candidates.ts'
import { importedNominations } from '../nominations-file/import.ts'
import { programmesOf } from '../nominations-file/programmes.ts'
import { readNominations } from '../nominations-file/read.ts'
import { nominationsTemplate } from '../nominations-file/template.ts'
import { sceneOf, type Scene } from '../register/scene.ts'
import type { ParticipationFile } from '../views/participation.ts'
import { isVisible } from '../views/views.ts'

const path = `${base}/participations/{key}`
const tag = 'participations'
const command = 'importNominations'

/** Nominations by spreadsheet: an empty one to fill in, and those it brings, all or nothing (S17). */
export const nominationFileRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${path}/nominationsTemplate`,
      id: 'nominationsTemplate',
      tag,
      summary:
        'An empty spreadsheet to nominate with: programmes, channels, levels and countries are chosen from lists',
      query: NoQuery,
      answers: { 200: { description: 'Columns in your language.', body: z.string(), mediaType: mediaTypes.xlsx } },
    },
    async ({ key, ...asked }) => {
      const scene = sceneOf(deps, asked)
      const file = await nominatingFile(scene, key)
      const headers = {
        'Content-Type': mediaTypes.xlsx,
        'Content-Disposition': `attachment; filename="nominations-${key}.xlsx"`,
      }
      return { headers, body: await nominationsTemplate(scene.words, contentOf(scene, file)) }
    },
  ),
  route(
    {
      method: 'post',
      path: `${path}/importNominationsFile`,
      id: 'importNominationsFile',
      tag,
      summary: 'Import nominations from a spreadsheet or from CSV, all or nothing; the same file again changes nothing',
      query: ImportQuery,
      body: z
        .string()
        .meta({ description: 'The template, filled in; or lines with `;` or `,` under the same first line.' }),
      mediaType: Object.values(mediaTypes),
      repeatable: true,
      answers: {
        200: { description: 'What was imported, or would be.', body: NominationsImported },
        202: { description: 'Received, and not decided yet: the receipt.', body: Receipt },
      },
    },
    async ({ key, query, ...asked }) => {
      const scene = sceneOf(deps, asked)
      const file = await nominatingFile(scene, key)
      const sent = fileIn(asked.req, Object.values(mediaTypes))
      const content = contentOf(scene, file)
      const { programmes } = content
      const read = await readNominations(sent, content)
      const dry = query.dryRun === 'true'
      const { view, receipt } = await importedNominations(scene, { file, read, programmes, recognise: recognised, dry })
      return receipt ? { status: 202, headers: { Location: receipt.href }, body: receipt } : { body: view }
    },
  ),
]

/** What a file may hold: the programmes that can be wished, and how many rows. */
const contentOf = (scene: Scene, file: ParticipationFile) => ({
  programmes: programmesOf(file, scene),
  most: scene.policy.standingNominations,
})

/** The participation whose nominations somebody may import. Throws `not-found`, `command.not-yours` and `command.not-now`. */
async function nominatingFile(scene: Scene, key: string): Promise<ParticipationFile> {
  const id = `participation/${key}`
  const file = (await isVisible(id, scene)) ? await loadParticipation(scene.store, id) : undefined
  if (!file) throw new Problem(404, 'not-found')
  if (participation.may(file, scene.actor).includes(command)) return file
  const { status } = file.state
  // Whoever may not ask it learns nothing of whether others could.
  const mayEver = participation
    .may({ ...file, state: { ...file.state, status: 'opened' } }, scene.actor)
    .includes(command)
  throw new Refusal(mayEver ? 'command.not-now' : 'command.not-yours', { command, ...(mayEver && { status }) })
}
