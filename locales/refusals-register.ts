import type { RegisterRefusalCode } from '../domain/register/refusals.ts'

/** The fields of each refusal of the register. */
export const registerRefusalFields = {
  'register.exists': ['id'],
  'register.contact-twice': ['contact'],
  'register.contact-unknown': ['contact'],
  'register.contacts-differ': ['contacts'],
  'register.confirmed-later': ['on'],
  'register.name-order': ['fromOn'],
  'register.decided-later': ['on'],
  'register.decided-already': ['on'],
  'register.country-unknown': ['country'],
  'register.holidays-unknown': ['country'],
  'register.zone-needed': ['country', 'zones'],
  'register.zone-elsewhere': ['zone', 'country'],
  'register.unlisted-reason': ['country'],
  'register.likely-duplicate': ['partners'],
  'register.email-taken': [],
  'register.mandate-centre': ['role'],
  'register.mandate-order': [],
  'register.own-mandates': [],
  'register.centre-unknown': ['centre'],
  'register.still-present': [],
  'register.departed': ['on'],
  'register.merge-self': [],
  'register.merged-already': ['partner'],
  'register.owes': ['remaining'],
} as const satisfies Record<RegisterRefusalCode, readonly string[]>
