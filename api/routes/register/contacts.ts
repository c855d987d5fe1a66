import { Refusal } from '../../../domain/refusals.ts'
import { contactStream } from '../../../domain/register/personal.ts'
import type { PartnerDoc } from '../../../store/register/schemas.ts'
import { base } from '../../address.ts'
import { parse } from '../../contracts/parse.ts'
import { PartnerView } from '../../contracts/register/partner.ts'
import { NoBody, NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { jsonBodyOf } from '../../http/request.ts'
import { route, type Route } from '../../http/route.ts'
import { present } from '../../register/amend.ts'
import { contactExport } from '../../register/contact-export.ts'
import { edited } from '../../register/documents.ts'
import { besideOf, emptied, mayErase } from '../../register/erasing.ts'
import { partnerDocuments } from '../../register/partners.ts'
import { sceneOf } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'
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
      const [partner] = await partnerDocuments.kind.read(scene.store, [partnerOf(contact)])
      return contactExport(scene, { contact, partner: havingHad(partner, contact) })
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
      parse(NoBody, { value: jsonBodyOf(asked.req), or: 'invalid-body' })
      const id = partnerOf(contact)
      const reply = await edited(scene, partnerDocuments, {
        kind: partnerDocuments.kind,
        id,
        decide: (before) => {
          if (havingHad(before, contact).contacts.some((one) => one.id === contact))
            throw new Refusal('register.contact-current', { contact })
          return { act: 'Erased', change: {}, notes: { contact }, erases: [contactStream(contact)] }
        },
        ...besideOf(scene, { party: contact, partner: id }),
      })
      await emptied(scene)
      return reply
    },
  )

/** The id of the partner whose contact would be called so. `partnerOf('usth-c1')` → `'usth'` */
const partnerOf = (contact: string): string => contact.replace(/-c[^-]*$/, '')

/** A partner that has that contact, or once had. Throws `not-found` for whatever else is called so: the ledger keeps no other word. */
function havingHad(found: PartnerDoc | undefined, contact: string): PartnerDoc {
  const partner = present(found)
  const number = contact.slice(`${partner._id}-c`.length)
  const isTheirs = contact === `${partner._id}-c${number}` && /^[1-9]\d{0,8}$/.test(number)
  if (!isTheirs || Number(number) > partner.contactsMade) throw new Problem(404, 'not-found')
  return partner
}
