import type { z } from 'zod'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { daysThatAnswer } from '../../domain/correspondence/september.ts'
import { isWithin } from '../../domain/period.ts'
import type { Contact } from '../../domain/register/contact.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { Ask } from '../../store/register/edit.ts'
import { confirmationsOf } from '../../store/register/confirmations.ts'
import type { Within } from '../../store/register/kinds.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import type { ContactEdit, PartnerView } from '../contracts/register/partner.ts'
import type { Scene } from './scene.ts'

type View = z.output<typeof PartnerView>

/** What an edit asks of a contact's correspondence where it says that they confirmed themselves on a day that answers what they are asked (R10). */
export async function septemberAnswered(
  { contact, confirmedOn: on }: z.output<typeof ContactEdit>,
  { store, now, calendar }: Scene,
  within: Within,
): Promise<readonly Ask[]> {
  const stream = correspondenceId(contact)
  const file = on === undefined ? undefined : await loadCorrespondence(store, stream, within)
  const days = file && daysThatAnswer(file.state, { now, calendar })
  return on !== undefined && days && isWithin(on, days) ? [{ stream, command: 'confirmContact', input: { on } }] : []
}

/** What taking a contact away asks of their correspondence, where there is one: nothing more is asked of them (R10). */
export async function asksNoMore(
  { contact }: { readonly contact: string },
  { store }: Scene,
  within: Within,
): Promise<readonly Ask[]> {
  const stream = correspondenceId(contact)
  const file = await loadCorrespondence(store, stream, within)
  return file ? [{ stream, command: 'leave', input: {} }] : []
}

/** The contacts of a partner; who they are is for those who write to them. */
export async function contactsView({ contacts }: PartnerDoc, scene: Scene): Promise<View['contacts']> {
  const ids = contacts.map(({ id }) => id)
  const confirmed = await confirmationsOf(scene.store, ids)
  return contacts.map((contact) => contactView(contact, { scene, confirmedOn: confirmed.get(contact.id) }))
}

function contactView(
  { id, role, reachable, name, email, language, ...said }: Contact,
  { scene: { has, words }, confirmedOn }: { scene: Scene; confirmedOn: CivilDate | undefined },
): View['contacts'][number] {
  // Each September to the office, or any day by an edit: the later counts (R10).
  const lastOn = (confirmedOn ?? '') > (said.confirmedOn ?? '') ? confirmedOn : said.confirmedOn
  const may = has('readContacts')
  return {
    id,
    role: { code: role, words: words.register.contactRoles[role] },
    reachable,
    confirmedOn: lastOn ?? null,
    name: may ? (name ?? null) : null,
    email: may ? email : null,
    language: may ? language : null,
  }
}
