/** The languages in which people are written to. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** The variety whose dates, plurals and lists are used; the school writes British English. */
export const localeOf = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>
