import { directory } from '../../../store/register/directory.ts'
import { base } from '../../address.ts'
import { DirectoryPage, DirectoryQuery } from '../../contracts/register/directory.ts'
import type { Deps } from '../../deps.ts'
import { route, type Route } from '../../http/route.ts'
import { duplicatesIn } from '../../register/duplicates.ts'
import { sceneOf } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'

const most = 20

/** The directory of real universities: where new partners are found. */
export const directoryRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${base}/directory`,
      id: 'directory',
      tag: 'partners',
      summary:
        'Finds institutions by words of their name or web domain; likely duplicates of registered partners are named',
      query: DirectoryQuery,
      answers: { 200: { description: `The best first, at most ${most}.`, body: DirectoryPage } },
    },
    async ({ query, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'readRegister')
      const duplicatesOf = await duplicatesIn(scene)
      const items = directory()
        .search({ ...query, limit: most })
        .map(({ name, country, province, domains }) => ({
          name,
          country: { code: country, words: scene.words.country(country) },
          province,
          domains,
          duplicates: duplicatesOf({ names: [name], country, domains }),
        }))
      return { body: { items } }
    },
  ),
]
