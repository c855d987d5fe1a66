import { keyOf } from '../id.ts'
import type { Amended, Request } from './plan.ts'

/** `partnershipPlan/usth-2027`: one plan per partner and first year. */
export const planId = (partner: string, firstYear: number): `partnershipPlan/${string}` =>
  `partnershipPlan/${partner}-${firstYear}`

/** What the id of a plan says. `planIn('partnershipPlan/usth-2027')` → `{ partner: 'usth', firstYear: 2027 }` */
export function planIn(id: string): { readonly partner: string; readonly firstYear: number } {
  const key = keyOf(id)
  const dash = key.lastIndexOf('-')
  return { partner: key.slice(0, dash), firstYear: Number(key.slice(dash + 1)) }
}

/** `centreApproval/partnershipPlan.usth-2027.v1.cmp`: one approval per centre and version of its part (R6). */
export const approvalId = (id: string, { version, centre }: Omit<Request, 'hash'>): `centreApproval/${string}` =>
  `centreApproval/${id.replace('/', '.')}.v${version}.${centre}`

/** What in a plan is about its amendment. `aboutAmendment({ version: 2 })` → `'v2'` */
export const aboutAmendment = ({ version }: Pick<Amended, 'version'>): string => `v${version}`

const yearMark = 'year:'
/** What in a plan is about one of its academic years. `aboutYear(2028)` → `'year:2028'` */
export const aboutYear = (year: number): string => `${yearMark}${year}`

/** The academic year that an `about` names. `yearIn('year:2028')` → `2028` */
export const yearIn = (about: string): number => Number(about.slice(yearMark.length))

const centreMark = 'centre:'
/** What in a plan is about one of its centres, beside the ids of its milestones. `aboutCentre('cmp')` → `'centre:cmp'` */
export const aboutCentre = (centre: string): string => centreMark + centre

/** The centre that an `about` names, if it names one. */
export const centreIn = (about: string | undefined): string | undefined =>
  about?.startsWith(centreMark) ? about.slice(centreMark.length) : undefined
