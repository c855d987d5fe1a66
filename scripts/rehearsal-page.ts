import { keyOf } from '../domain/id.ts'
import type { Late } from '../domain/rehearsal/figures.ts'
import { escalations, mailsPart, pairs, table } from './page-parts.ts'
import type { Rehearsed } from './rehearsed-plans.ts'

const lateShown = 10

/** What a rehearsal means for people, as text for a terminal. */
export const rehearsalPage = (rehearsed: Rehearsed): string =>
  [
    heading(rehearsed),
    mailsPart(rehearsed),
    lateness(rehearsed),
    escalations(rehearsed),
    `Answers of research centres, by whom: ${pairs(rehearsed.answers)}`,
    `Checks: ${JSON.stringify(rehearsed.checks)}`,
  ].join('\n\n')

const heading = ({ plans, firstYear, behaviour, seed, policy, entries, acts, refused }: Rehearsed): string =>
  [
    `${plans} plans of five years from 1 September ${firstYear}, people ${behaviour}, seed ${seed}, policy ${policy}`,
    `${acts} acts of people, ${refused.length} of them refused; ${entries} entries in the ledger`,
    ...refused.map(({ at, id, command, code }) => `refused: ${at} ${id} ${command}: ${code}`),
  ].join('\n')

function lateness({ late }: Rehearsed): string {
  const milestones = late.filter(({ kind }) => kind === 'milestone')
  const others = late.filter(({ kind }) => kind !== 'milestone').map(({ kind }) => kind)
  const listed = (of: readonly Late[]): (string | number)[][] =>
    of.map(({ id, about, lastDay, endedOn }) => [`${keyOf(id)} ${about}`, lastDay, endedOn ?? 'never'])
  return [
    `Late milestones: ${milestones.length}${milestones.length > lateShown ? `, the first ${lateShown} of them` : ''}`,
    ...table(['milestone', 'last day', 'over on'], listed(milestones.slice(0, lateShown))),
    `Late otherwise: ${pairs(counted(others))}`,
  ].join('\n')
}

const counted = (names: readonly string[]): Readonly<Record<string, number>> =>
  names.reduce<Record<string, number>>((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {})
