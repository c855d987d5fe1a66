import { agreementId } from '../domain/agreement/ids.ts'
import type { CommandTo } from '../domain/catalogue.ts'
import { civil } from '../domain/time.ts'
import { thisYear } from './this-year.ts'

/** An agreement of four years from the beginning of the academic year it is: its renewal lies ahead. */
export const agreement = agreementId(1)
export const lastDay = civil(`${thisYear + 4}-08-31`)

/** Signed before it is written down. */
export const recorded: CommandTo<'agreement'> & { type: 'draftAgreement' } = {
  type: 'draftAgreement',
  input: {
    title: 'Exchanges of students',
    kind: 'exchange',
    partners: ['usth'],
    withImt: false,
    centres: ['cmp'],
    validity: { from: civil(`${thisYear}-09-01`), until: lastDay },
    noticeMonths: 6,
    places: [],
    signedOn: civil(`${thisYear}-05-04`),
  },
}
