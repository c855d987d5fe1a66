import { memoized } from '../../domain/memoized.ts'
import { successorOn } from '../../domain/register/merge.ts'
import { nameOn } from '../../domain/register/partner.ts'
import { civil, type CivilDate } from '../../domain/time.ts'
import { byId, ofRegister, registerNow, type Registers } from './now.ts'
import type { CentreDoc } from './schemas.ts'

/** A partner institution by its name of a day. */
export interface PartnerNamed {
  readonly _id: string
  readonly name: string
  readonly country: string
  /** Their contacts' ids. */
  readonly contacts: readonly string[]
}

/** Partner institutions by id, with the names they have on a day: one that merged has that of its successor from its day on. */
export const listPartners = async (store: Registers, on: CivilDate): Promise<readonly PartnerNamed[]> =>
  partnersIn(await registerNow(store))(on)

/** The same, of a register that has been read. */
export const partnersIn = ofRegister(({ partners }) => {
  const sorted = partners.toSorted(byId)
  const known = new Map(sorted.map((doc) => [doc._id, doc]))
  return memoized((on): readonly PartnerNamed[] =>
    sorted.map((doc) => {
      const { names, country } = known.get(successorOn(doc._id, (id) => known.get(id), civil(on))) ?? doc
      return { _id: doc._id, name: nameOn({ names }, civil(on)), country, contacts: doc.contacts.map(({ id }) => id) }
    }),
  )
})

/** Research centres, by id. */
export const listCentres = async (store: Registers): Promise<readonly CentreDoc[]> =>
  (await registerNow(store)).centres.toSorted(byId)
