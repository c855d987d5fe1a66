import type { z } from 'zod'
import type { Right } from '../../../domain/access.ts'
import { correspondenceId } from '../../../domain/correspondence/ids.ts'
import {
  inOrder,
  isReaddressed,
  withContact,
  withContactEdited,
  withoutContact,
} from '../../../domain/register/contact.ts'
import { registerStream } from '../../../domain/register/register.ts'
import type { Ask, Decision } from '../../../store/register/edit.ts'
import type { Within } from '../../../store/register/kinds.ts'
import type { PartnerDoc } from '../../../store/register/schemas.ts'
import { base } from '../../address.ts'
import { ContactAdd, ContactEdit, ContactOrder, ContactRemove, PartnerView } from '../../contracts/register/partner.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { route, type Route } from '../../http/route.ts'
import { noted, present } from '../../register/amend.ts'
import { asksNoMore, septemberAnswered } from '../../register/contacts.ts'
import { bodyOf, edited } from '../../register/documents.ts'
import { partnerDocuments } from '../../register/partners.ts'
import { sceneOf, type Scene } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'
import { documentRoutes } from './documents.ts'

const edits = 'editPartners'

/** Partner institutions: reading, adding, editing; their contacts (R10). */
export const partnerRoutes = (deps: Deps): readonly Route[] => [
  ...documentRoutes(deps, partnerDocuments),
  ...contactRoutes(deps),
]

const contactRoutes = (deps: Deps): readonly Route[] => [
  act(
    deps,
    { name: 'addContact', right: edits, body: ContactAdd, summary: 'Add a contact, the last in the order' },
    (partner, { reason, ...content }, { on }) => ({
      change: withContact(partner, content, { id: partner._id, on }),
      ...noted({ reason }),
    }),
  ),
  act(
    deps,
    { name: 'editContact', right: edits, body: ContactEdit, summary: 'Edit a contact', asks: septemberAnswered },
    (partner, { contact, reason, name, ...change }, { on }) => ({
      change: withContactEdited(
        partner,
        { ...change, ...(name !== undefined && { name: name ?? undefined }) },
        { contact, on },
      ),
      notes: { contact, ...noted({ reason }).notes },
      // R10: what waits for them goes to the new address, and reports on the earlier one say nothing of it.
      asks: partner.contacts
        .filter((before) => before.id === contact && isReaddressed(before, change))
        .map(() => ({ stream: correspondenceId(contact), command: 'readdress', input: {} })),
    }),
  ),
  act(
    deps,
    {
      name: 'removeContact',
      right: edits,
      body: ContactRemove,
      summary: 'Remove a contact; what was said of them stays in the history',
      asks: asksNoMore,
    },
    (partner, { contact, reason }) => ({
      change: withoutContact(partner, contact),
      notes: { contact, ...noted({ reason }).notes },
    }),
  ),
  act(
    deps,
    { name: 'orderContacts', right: edits, body: ContactOrder, summary: 'Say who is written to first' },
    (partner, { order }) => ({
      change: inOrder(partner, order),
    }),
  ),
]

type Acted = Omit<Decision<PartnerDoc>, 'act'> & Partial<Pick<Decision<PartnerDoc>, 'act'>>

interface Act<B extends z.ZodType> {
  readonly name: string
  readonly right: Right
  readonly body: B
  readonly summary: string
  /** What it asks of processes as they stand when it is written, after what its decision asks. */
  asks?(body: z.output<B>, scene: Scene, within: Within): Promise<readonly Ask[]>
}

/** `POST /api/v1/partners/{id}/addContact` and its like: one act on one partner. */
const act = <B extends z.ZodType>(
  deps: Deps,
  { name, right, body, summary, asks }: Act<B>,
  decide: (partner: PartnerDoc, body: z.output<B>, scene: Scene) => Acted,
): Route =>
  route(
    {
      method: 'post',
      path: `${base}/partners/{id}/${name}`,
      id: `partner.${name}`,
      tag: 'partners',
      summary,
      query: NoQuery,
      body,
      repeatable: true,
      answers: { 200: { description: 'As it is now.', body: PartnerView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, right)
      const { input, texts } = bodyOf(scene, { contract: body, stream: registerStream('partner', id) })
      return edited(scene, partnerDocuments, {
        kind: partnerDocuments.kind,
        id,
        texts,
        decide: (before) => ({ act: 'Edited', ...decide(present(before), input, scene) }),
        asks: async (within) => (await asks?.(input, scene, within)) ?? [],
      })
    },
  )
