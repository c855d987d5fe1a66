import { isWithin } from './period.ts'
import type { Mandate, Member } from './roster.ts'
import type { CivilDate } from './time.ts'

/** What a person holds on a day, first and last days included. */
export const mandatesOn = ({ mandates }: Pick<Member, 'mandates'>, on: CivilDate): readonly Mandate[] =>
  mandates.filter((mandate) => isWithin(on, mandate))

/** What a person holds on a day, as one text, however often a mandate was renewed. `'centreHead cmp, pilot'` */
export const heldOn = (member: Pick<Member, 'mandates'>, on: CivilDate): string =>
  [...new Set(mandatesOn(member, on).map(({ role, centre }) => (centre === undefined ? role : `${role} ${centre}`)))]
    .sort()
    .join(', ')

/** Whether a person holds any mandate on a day; whoever holds none has left, and has no session. */
export const holdsMandate = (member: Pick<Member, 'mandates'>, on: CivilDate): boolean =>
  mandatesOn(member, on).length > 0
