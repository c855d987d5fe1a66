import type { Mandate } from '../../domain/roster.ts'
import type { Words } from '../../locales/words.ts'
import type { Names } from './names.ts'

export type RoleInWords = (held: Pick<Mandate, 'role' | 'centre' | 'acting'>) => string

/** Words mandates with the names of their research centres: `'Head of Institut Henri Fayol (acting)'`. */
export const roleInWords =
  ({ words, names }: { readonly words: Pick<Words, 'role'>; readonly names: Pick<Names, 'centre'> }): RoleInWords =>
  ({ role, centre, acting }) =>
    words.role({ role, acting, centre: centre === undefined ? undefined : names.centre(centre).name })
