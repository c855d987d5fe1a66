/** The languages in which people are written to. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
