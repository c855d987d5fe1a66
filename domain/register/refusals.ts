/** Every reason for which the register refuses an edit; stable for ever, like all others. */
export const registerRefusalCodes = [
  'register.exists',
  'register.contact-twice',
  'register.contact-unknown',
  'register.contacts-differ',
  'register.name-order',
  'register.decided-later',
  'register.decided-already',
  'register.country-unknown',
  'register.zone-elsewhere',
  'register.unlisted-reason',
  'register.likely-duplicate',
  'register.email-taken',
  'register.mandate-centre',
  'register.mandate-order',
  'register.centre-unknown',
  'register.still-present',
  'register.departed',
  'register.merge-self',
  'register.merged-already',
  'register.owes',
] as const
export type RegisterRefusalCode = (typeof registerRefusalCodes)[number]
