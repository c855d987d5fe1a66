/** The part of an id behind its slash, by which its document is called within its kind. `keyOf('partnershipPlan/usth-2027')` → `'usth-2027'` */
export const keyOf = (id: string): string => id.slice(id.indexOf('/') + 1)
