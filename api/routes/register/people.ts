import { Refusal } from '../../../domain/refusals.ts'
import { lastDayOf, successionOn } from '../../../domain/register/departure.ts'
import { erasedAddress } from '../../../domain/register/person.ts'
import { registerStream } from '../../../domain/register/register.ts'
import { plusDays } from '../../../domain/time.ts'
import { remainsOf } from '../../../store/register/departures.ts'
import type { Decision } from '../../../store/register/edit.ts'
import type { PersonDoc } from '../../../store/register/schemas.ts'
import { base } from '../../address.ts'
import { Depart, DepartureView, PersonView } from '../../contracts/register/person.ts'
import { NoBody, NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { route, type Route } from '../../http/route.ts'
import { noted, present } from '../../register/amend.ts'
import { remainingLines } from '../../register/departures.ts'
import { bodyOf, edited } from '../../register/documents.ts'
import { besideOf, emptied } from '../../register/erasing.ts'
import { personExport } from '../../register/exporting.ts'
import { assertOwesNothing, departureView, personDocuments } from '../../register/people.ts'
import { sceneOf } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'
import { exported } from './candidates.ts'
import { documentRoutes } from './documents.ts'

/** People of the school: reading, adding, editing, and erasing who has left. */
export const peopleRoutes = (deps: Deps): readonly Route[] => [
  ...documentRoutes(deps, personDocuments),
  departRoute(deps),
  departureRoute(deps),
  exportRoute(deps),
  eraseRoute(deps),
]

const exportRoute = (deps: Deps): Route =>
  route(
    {
      method: 'get',
      path: `${base}/people/{id}/export`,
      id: 'person.export',
      tag: 'people',
      summary: 'Download everything that is held of a person of the school, to be handed to them',
      query: NoQuery,
      answers: exported,
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'exportPeople')
      const record = present((await personDocuments.kind.read(scene.store, [id]))[0])
      return personExport(scene, {
        id,
        record: { ...(await personDocuments.shown(record, scene)), absences: record.absences },
      })
    },
  )

const eraseRoute = (deps: Deps): Route =>
  route(
    {
      method: 'post',
      path: `${base}/people/{id}/erase`,
      id: 'person.erase',
      tag: 'people',
      summary:
        'Erase who has left: name, address, absences, what was ever said of them, their links, mails and files that belong to nothing; what they did keeps its number',
      query: NoQuery,
      body: NoBody,
      repeatable: true,
      answers: { 200: { description: 'What is left.', body: PersonView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'eraseStaff')
      const stream = registerStream('person', id)
      bodyOf(scene, { contract: NoBody, stream })
      const decide = (before: PersonDoc | undefined): Decision<PersonDoc> | undefined => {
        const person = present(before)
        if (person.mandates.some(({ untilOn }) => untilOn === undefined || untilOn >= scene.on))
          throw new Refusal('register.still-present')
        const nothing = {
          name: undefined,
          language: 'fr',
          absences: [],
          publicationConsentOn: undefined,
          email: erasedAddress(id),
        } as const
        return person.erasedOn
          ? undefined
          : { act: 'Erased', change: { ...nothing, erasedOn: scene.on }, erases: [stream], signsOut: true }
      }
      const checked = async (): Promise<void> =>
        await assertOwesNothing(
          await remainsOf(scene.store, id, { last: plusDays(scene.on, -1), today: scene.on }),
          scene,
        )
      const beside = besideOf(scene, { party: id })
      const reply = await edited(scene, personDocuments, { kind: personDocuments.kind, id, checked, decide, ...beside })
      await emptied(scene)
      return reply
    },
  )

const departRoute = (deps: Deps): Route =>
  route(
    {
      method: 'post',
      path: `${base}/people/{id}/depart`,
      id: 'person.depart',
      tag: 'people',
      summary: 'Record that someone leaves; it takes effect after that day, once everything has a successor',
      query: NoQuery,
      body: Depart,
      repeatable: true,
      answers: { 200: { description: 'As it is now.', body: PersonView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'editPeople')
      const { input, texts } = bodyOf(scene, { contract: Depart, stream: registerStream('person', id) })
      const decide = (before: PersonDoc | undefined): Decision<PersonDoc> => {
        const { departure } = present(before)
        if (departure?.doneOn) throw new Refusal('register.departed', { on: departure.doneOn })
        const { on } = input
        if (on === (departure?.on ?? null)) throw new Refusal('register.departure-same')
        const recorded = on === null ? undefined : { on, askedOn: scene.on, by: scene.actor.id }
        return { act: 'Edited', change: { departure: recorded }, ...noted(input) }
      }
      return edited(scene, personDocuments, { kind: personDocuments.kind, id, texts, decide })
    },
  )

const departureRoute = (deps: Deps): Route =>
  route(
    {
      method: 'get',
      path: `${base}/people/{id}/departure`,
      id: 'departure',
      tag: 'people',
      summary: 'What waits for a successor before someone can leave, and where it is handed over',
      query: NoQuery,
      answers: { 200: { description: 'Empty once nothing holds it up.', body: DepartureView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      if (scene.actor.id !== `person:${id}`) assertRight(scene.actor, 'editPeople')
      const person = present((await personDocuments.kind.read(scene.store, [id]))[0])
      const lastOn = lastDayOf(person)
      const days = { last: lastOn ?? scene.on, today: scene.on }
      const remaining = await remainsOf(scene.store, id, days)
      const body = {
        person: id,
        departure: departureView(person),
        lastOn: lastOn ?? null,
        successionOn: successionOn(days.last, scene.on),
      }
      return { body: { ...body, remaining: await remainingLines(remaining, scene) } }
    },
  )
