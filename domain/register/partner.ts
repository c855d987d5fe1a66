import { Refusal } from '../refusals.ts'
import type { CivilDate, Weekday } from '../time.ts'
import type { Contacts } from './contact.ts'
import type { Decided } from './decided.ts'
import type { Mergers } from './merge.ts'

/** What a partner institution is to us, beside what is decided of it (R12). */
export const relationships = ['prospect', 'exchange', 'dormant', 'ended'] as const
export type Relationship = (typeof relationships)[number]

/** A name from a day on; the first may go back further than anyone knows. */
export interface PartnerName {
  readonly name: string
  readonly fromOn?: CivilDate | undefined
}
/** A partner institution; its id never changes. */
export interface Partner extends Contacts, Mergers {
  readonly names: readonly PartnerName[]
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly city?: string | undefined
  /** IANA zone, `'Asia/Ho_Chi_Minh'`. */
  readonly zone: string
  /** Days off each week: always said of a country that the policy does not know, else where its own differ. */
  readonly weekend?: readonly Weekday[] | undefined
  /** Nobody knows the public holidays there, and somebody stated that none are to count (S10). */
  readonly withoutHolidays?: true | undefined
  /** Web domains, `'usth.edu.vn'`. */
  readonly domains: readonly string[]
  /** `'F ST-ETI01'`, as the Erasmus charter writes it. */
  readonly erasmusCode?: string | undefined
  /** Participant identification code of the European Commission, nine digits. */
  readonly pic?: string | undefined
  /** SCHAC home organisation, a domain. */
  readonly schac?: string | undefined
  readonly networks: readonly string[]
  readonly relationship: Relationship
  readonly strategic: readonly Decided[]
  readonly complete: readonly Decided[]
  /** Why we work there although its country is listed nowhere (S10): a text of the store. */
  readonly unlistedReason?: string | undefined
}

/** Its name on a day: the last that had begun, else the first it will have. */
export const nameOn = ({ names }: Pick<Partner, 'names'>, on: CivilDate): string => {
  const begun = names.filter(({ fromOn }) => fromOn === undefined || fromOn <= on)
  return (begun.at(-1) ?? names[0])?.name ?? ''
}

/** A partner with another name from a day on. Throws `register.name-order` for a day before the last change. */
export function renamed(
  { names }: Pick<Partner, 'names'>,
  { name, fromOn }: Required<PartnerName>,
): readonly PartnerName[] {
  const last = names.at(-1)
  if (last?.fromOn !== undefined && fromOn !== undefined && fromOn <= last.fromOn)
    throw new Refusal('register.name-order', { fromOn: last.fromOn })
  return [...names, { name, fromOn }]
}
