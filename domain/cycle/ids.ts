import { keyOf } from '../id.ts'
import type { Population, Term } from './cycle.ts'

/** What a cycle is of: an academic year, as its first year, a population, and for exchanges a term. */
export interface CycleName {
  readonly firstYear: number
  readonly population: Population
  readonly term?: Term | undefined
}

/** `cycleId({ firstYear: 2027, population: 'exchange', term: 'autumn' })` → `'admissionCycle/2027-exchange-autumn'` */
export const cycleId = ({ firstYear, population, term }: CycleName): `admissionCycle/${string}` =>
  `admissionCycle/${firstYear}-${population}${term === undefined ? '' : `-${term}`}`

/** The cycle of the same population and term a year earlier, where an id is one of a cycle. `'admissionCycle/2027-master'` → `'admissionCycle/2026-master'` */
export const yearBefore = (id: string): string => id.replace(/\/(\d{4})/, (_, year: string) => `/${Number(year) - 1}`)

/** The population that an id speaks of. `'admissionCycle/2027-exchange-autumn'` → `'exchange'` */
export const populationIn = (id: string): string => keyOf(id).split('-')[1] ?? ''

const listMark = 'unsent:'

/** What in a cycle is about the dossiers that were never sent by a day. `aboutUnsent('2028-03-31')` → `'unsent:2028-03-31'` */
export const aboutUnsent = (on: string): string => listMark + on

/** A file speaks of one cycle: what any of its waits is about. */
export const aboutCycle = 'cycle'
