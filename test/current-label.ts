import type { CommandTo } from '../domain/catalogue.ts'
import { labelId } from '../domain/label/span.ts'
import { civil } from '../domain/time.ts'
import { thisYear } from './this-year.ts'

/** A label given for four years from the beginning of the academic year it is: its renewal lies ahead. */
export const label = labelId('bienvenue-en-france', thisYear)
export const lastDay = civil(`${thisYear + 4}-08-31`)

/** Written down for the first time. */
export const registered: CommandTo<'labelFile'> & { type: 'register' } = {
  type: 'register',
  input: {
    label: 'bienvenue-en-france',
    firstYear: thisYear,
    name: 'Bienvenue en France',
    scope: { covers: 'school' },
    criteria: [],
    validity: { from: civil(`${thisYear}-09-01`), until: lastDay },
  },
}
