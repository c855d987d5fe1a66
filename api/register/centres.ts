import type { z } from 'zod'
import { Refusal } from '../../domain/refusals.ts'
import { holdersOf } from '../../domain/roster.ts'
import type { CivilDate } from '../../domain/time.ts'
import { carriedBy } from '../../store/register/closing.ts'
import { centreKind } from '../../store/register/kinds.ts'
import { findCentres } from '../../store/register/lists.ts'
import type { CentreDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import { CentreCreate, CentrePatch, CentreQuery, CentreView } from '../contracts/register/centre.ts'
import { inWords } from './departures.ts'
import type { Documents } from './documents.ts'
import { centreTable } from '../exports/tables.ts'
import type { Scene } from './scene.ts'

/** Research centres; who heads one are mandates of people, and a new one counts the same day. */
export const centreDocuments: Documents<CentreDoc, typeof CentreQuery, typeof CentreCreate, typeof CentrePatch> = {
  kind: centreKind,
  collection: 'centres',
  edits: 'editCentres',
  view: CentreView,
  table: centreTable,
  query: CentreQuery,
  create: CentreCreate,
  patch: CentrePatch,
  list: async ({ after }, { store }, limit) => (await findCentres(store, after)).slice(0, limit),
  shown: async (doc, scene) => centreView(doc, scene),
  idFor: ({ id }) => id,
  begun: async ({ name }) => ({ name }),
  edited: (_, { name, closedOn }) => ({
    ...(name !== undefined && { name }),
    ...(closedOn !== undefined && { closedOn: closedOn ?? undefined }),
  }),
  checked: async ({ closedOn }, { scene, id }) => {
    if (closedOn) await assertCarriesNothing(closedOn, { scene, id })
  },
}

/** No research centre is made to close sooner while something goes on with it. Throws `register.centre-carries`, which lists it. */
async function assertCarriesNothing(last: CivilDate, { scene, id }: { scene: Scene; id: string }): Promise<void> {
  const [centre] = await centreKind.read(scene.store, [id])
  if (centre?.closedOn !== undefined && last >= centre.closedOn) return
  const carried = await carriedBy(scene.store, { centre: id, last })
  if (carried.length > 0) throw new Refusal('register.centre-carries', { remaining: await inWords(carried, scene) })
}

function centreView({ _id, seq, name, closedOn }: CentreDoc, { on, has, roster }: Scene): z.output<typeof CentreView> {
  const holders = (part: string): string[] => [...new Set(holdersOf(`${part}:${_id}`, roster, on).map(({ id }) => id))]
  return {
    id: _id,
    seq,
    name,
    closedOn: closedOn ?? null,
    heads: holders('head'),
    deputies: holders('deputy'),
    may: has('editCentres') ? ['edit'] : [],
    href: `${base}/centres/${_id}`,
  }
}
