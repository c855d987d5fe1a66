import { z } from 'zod'
import { erasedAddress } from '../../../domain/register/person.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { registerStream } from '../../../domain/register/register.ts'
import type { Decision } from '../../../store/register/edit.ts'
import type { PersonDoc } from '../../../store/register/schemas.ts'
import { assertRight } from '../../access.ts'
import { base } from '../../address.ts'
import { PersonView } from '../../contracts/register/person.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { present } from '../../register/amend.ts'
import { bodyOf, documentRoutes, edited } from '../../register/documents.ts'
import { personDocuments } from '../../register/people.ts'
import { sceneOf } from '../../register/scene.ts'
import { route, type Route } from '../../route.ts'

const Nothing = z.strictObject({})

/** People of the school: reading, adding, editing, and erasing who has left. */
export const peopleRoutes = (deps: Deps): readonly Route[] => [
  ...documentRoutes(deps, personDocuments),
  route(
    {
      method: 'post',
      path: `${base}/people/{id}/erase`,
      id: 'person.erase',
      tag: 'people',
      summary:
        'Erase who has left: name, address, absences, and what was ever said of them; what they did keeps its number',
      query: NoQuery,
      body: Nothing,
      repeatable: true,
      answers: { 200: { description: 'What is left.', body: PersonView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = await sceneOf(deps, asked)
      assertRight(scene.actor, 'editPeople')
      const stream = registerStream('person', id)
      bodyOf(scene, { contract: Nothing, stream })
      const decide = (before: PersonDoc | undefined): Decision<PersonDoc> | undefined => {
        const person = present(before)
        if (person.mandates.some(({ untilOn }) => untilOn === undefined || untilOn >= scene.on))
          throw new Refusal('register.still-present')
        const nothing = { name: undefined, language: 'fr', absences: [], email: erasedAddress(id) } as const
        return person.erasedOn
          ? undefined
          : { act: 'Erased', change: { ...nothing, erasedOn: scene.on }, erases: [stream] }
      }
      return edited(scene, personDocuments, { kind: personDocuments.kind, id, decide })
    },
  ),
]
