import type { Late } from '../domain/rehearsal/figures.ts'
import { escalations, mailsPart, pairs, table } from './page-parts.ts'
import type { RehearsedCycle } from './rehearsed-cycle.ts'

/** What a rehearsed year of admissions means for people, as text for a terminal. */
export const cyclePage = (rehearsed: RehearsedCycle): string =>
  [
    heading(rehearsed),
    outcomes(rehearsed),
    load(rehearsed),
    mailsPart(rehearsed),
    lateness(rehearsed),
    escalations(rehearsed),
    `Checks: ${JSON.stringify(rehearsed.checks)}`,
  ].join('\n\n')

const heading = (rehearsed: RehearsedCycle): string => {
  const { dossiers, partners, firstYear, behaviour, seed, policy, entries, acts, refused } = rehearsed
  return [
    `${dossiers} dossiers of ${partners} partners for the arrival of ${firstYear}, partners ${behaviour}, seed ${seed}, policy ${policy}`,
    `${acts} acts of people, ${refused.length} of them refused; ${entries} entries in the ledger`,
    ...refused.map(({ at, id, command, code }) => `refused: ${at} ${id} ${command}: ${code}`),
  ].join('\n')
}

const outcomes = ({ tempers, uninvitable, outcomes: came }: RehearsedCycle): string =>
  [
    `Invited partners, by what they are like: ${pairs(tempers)}`,
    `Not invitable: ${pairs(uninvitable)}`,
    `Partners: ${pairs(came.partners)}`,
    `Dossiers: ${pairs(came.dossiers)}`,
    `The cycle: ${came.cycle}`,
  ].join('\n')

const load = ({ load: all }: RehearsedCycle): string =>
  [
    'What people of the school had to do',
    ...table(
      ['person', 'acts', 'most in a week'],
      all.map(({ person, acts, busiest }) => [person, acts, `${busiest.acts} (${busiest.week})`]),
    ),
  ].join('\n')

const lateness = ({ late }: RehearsedCycle): string => {
  const byKind = new Map<string, Late[]>()
  for (const one of late) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one])
  return [
    'Done after its day, or never',
    ...table(
      ['waited for', 'late', 'of them never'],
      [...byKind].map(([kind, own]) => [kind, own.length, own.filter(({ endedOn }) => !endedOn).length]),
    ),
  ].join('\n')
}
