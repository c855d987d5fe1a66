import type { RegisterType } from '../../domain/register/register.ts'
import { isContactId } from '../../domain/register/contact.ts'
import { Refusal } from '../../domain/refusals.ts'
import type { Store } from '../connect.ts'
import { candidateKind, personKind, type Kind, type Numbered, type Within } from './kinds.ts'

const others: Partial<Record<RegisterType, Pick<Kind<Numbered>, 'read'>>> = {
  person: candidateKind,
  candidate: personKind,
}

/**
 * Whoever is written to is kept under their id alone (`correspondence/p5`): a person of the school, a partner's contact or a candidate that is
 * added has an id that is none of the others'. Throws `register.exists`.
 */
export async function assertFreeParties(
  store: Store,
  { type, ids }: { readonly type: RegisterType; readonly ids: readonly string[] },
  within: Within,
): Promise<void> {
  const other = others[type]
  if (!other || ids.length === 0) return
  const taken = ids.find(isContactId) ?? (await other.read(store, ids, within))[0]?._id
  if (taken !== undefined) throw new Refusal('register.exists', { id: taken })
}
