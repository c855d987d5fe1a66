/** Stands for every free text of a rehearsal. */
export const anyText = 'text:rehearsed'
