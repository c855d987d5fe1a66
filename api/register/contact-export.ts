import { contactStream } from '../../domain/register/personal.ts'
import { registerStream } from '../../domain/register/register.ts'
import { contactHeld } from '../../store/erasing/contact.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import type { Reply } from '../http/route.ts'
import { contactsView } from './contacts.ts'
import { archiveOf, every, mailHeld } from './exporting.ts'
import { registerHistory } from './history.ts'
import type { Scene } from './scene.ts'

/**
 * Everything that is held of a partner's contact as one archive, `person.json`: what their partner's entries said of them and of nobody else, their mail,
 * links and codes, what they did by them, and every word that they wrote. `record` is null for one who is none any more.
 */
export async function contactExport(
  scene: Scene,
  { contact, partner }: { readonly contact: string; readonly partner: PartnerDoc },
): Promise<Reply> {
  const stream = registerStream('partner', partner._id)
  const entries = await every((after) => registerHistory({ stream, after }, scene))
  const own = contactStream(contact)
  const history = entries.flatMap(({ data: { values, set: _, ...data }, ...entry }) => {
    const said =
      typeof values === 'object' && values !== null ? Object.entries(values).filter(([whose]) => whose === own) : []
    return said.length > 0 || data['contact'] === contact
      ? [{ ...entry, data: { ...data, values: Object.fromEntries(said) } }]
      : []
  })
  const record = (await contactsView(partner, scene)).find(({ id }) => id === contact) ?? null
  const said = {
    ...(await mailHeld(scene, contact)),
    record,
    partner: partner._id,
    history,
    ...(await contactHeld(scene.store, contact)),
  }
  return archiveOf(scene, { id: contact, said })
}
