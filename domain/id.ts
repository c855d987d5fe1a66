/** The part of an id behind its slash, by which its document is called within its kind. `keyOf('partnershipPlan/usth-2027')` → `'usth-2027'` */
export const keyOf = (id: string): string => id.slice(id.indexOf('/') + 1)

/** What a notice is about: something in a file. `subjectIn('partnershipPlan/usth-2027', 'milestone/m1')` → `'partnershipPlan/usth-2027#milestone/m1'` */
export const subjectIn = (id: string, within: string): string => `${id}#${within}`

/** The file that a notice is about. `fileIn('partnershipPlan/usth-2027#milestone/m1')` → `'partnershipPlan/usth-2027'` */
export const fileIn = (subject: string): string => subject.split('#', 1)[0] ?? subject
