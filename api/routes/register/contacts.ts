import { contactStream } from '../../../domain/register/personal.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { registerStream } from '../../../domain/register/register.ts'
import type { PartnerDoc } from '../../../store/register/schemas.ts'
import { assertRight } from '../../access.ts'
import { base } from '../../address.ts'
import { PartnerView } from '../../contracts/register/partner.ts'
import { NoBody, NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../problem.ts'
import { present } from '../../register/amend.ts'
import { contactExport } from '../../register/contact-export.ts'
import { bodyOf, edited } from '../../register/documents.ts'
import { besideOf, emptied, mayErase } from '../../register/erasing.ts'
import { partnerDocuments } from '../../register/partners.ts'
import { sceneOf, type Scene } from '../../register/scene.ts'
import { route, type Route } from '../../route.ts'
import { exported } from './candidates.ts'

/** What data protection does of a partner's contact, also of one who is none any more: handing out and erasing all that is held of them. */
export const contactRoutes = (deps: Deps): readonly Route[] => [exportRoute(deps), eraseRoute(deps)]

const exportRoute = (deps: Deps): Route =>
  route(
    {
      method: 'get',
      path: `${base}/contacts/{id}/export`,
      id: 'contact.export',
      tag: 'partners',
      summary:
        'Download everything that is held of a contact of a partner, to be handed to them (GDPR, articles 15 and 20)',
      query: NoQuery,
      answers: exported,
    },
    async ({ key: contact, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'exportPeople')
      return contactExport(scene, { contact, partner: await partnerOf(scene, contact) })
    },
  )

const eraseRoute = (deps: Deps): Route =>
  route(
    {
      method: 'post',
      path: `${base}/contacts/{id}/erase`,
      id: 'contact.erase',
      tag: 'partners',
      summary:
        'Erase who is no contact of a partner any more: name, address, what was ever said of them, their links, codes and mails; what they did keeps its number',
      query: NoQuery,
      body: NoBody,
      repeatable: true,
      answers: { 200: { description: 'Their institution, as it is now.', body: PartnerView } },
    },
    async ({ key: contact, ...asked }) => {
      const scene = sceneOf(deps, asked)
      if (!mayErase(scene)) throw new Problem(403, 'forbidden')
      const { _id: id } = await partnerOf(scene, contact)
      bodyOf(scene, { contract: NoBody, stream: registerStream('partner', id) })
      const reply = await edited(scene, partnerDocuments, {
        kind: partnerDocuments.kind,
        id,
        decide: (before) => {
          if (present(before).contacts.some((one) => one.id === contact))
            throw new Refusal('register.contact-current', { contact })
          return { act: 'Erased', change: {}, notes: { contact }, erases: [contactStream(contact)] }
        },
        ...besideOf(scene, { party: contact, partner: id }),
      })
      await emptied(scene)
      return reply
    },
  )

/** The partner that has a contact, or once had them. Throws `register.contact-unknown` for whatever else: the ledger keeps no other word. */
async function partnerOf({ store }: Scene, contact: string): Promise<PartnerDoc> {
  const [, id = '', number = ''] = /^(.+)-c([1-9]\d{0,8})$/.exec(contact) ?? []
  const [partner] = id === '' ? [] : await partnerDocuments.kind.read(store, [id])
  if (!partner || Number(number) > partner.contactsMade) throw new Refusal('register.contact-unknown', { contact })
  return partner
}
