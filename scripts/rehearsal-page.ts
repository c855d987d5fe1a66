import { keyOf } from '../domain/id.ts'
import type { Late, Week } from '../domain/rehearsal/figures.ts'
import type { Rehearsed } from './rehearsed-plans.ts'

const busiestWeeks = 8
const lateShown = 10
const weeksInARow = 8

/** What a rehearsal means for people, as text for a terminal. */
export const rehearsalPage = (rehearsed: Rehearsed): string =>
  [
    heading(rehearsed),
    parties(rehearsed),
    weeks(rehearsed),
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

const parties = ({ mails, byParty, weeks: all }: Rehearsed): string =>
  [
    `Mails: ${mails}`,
    ...table(
      ['party', 'mails', 'most in a week'],
      Object.entries(byParty).map(([party, count]) => [party, count, busiestOf(party, all)]),
    ),
  ].join('\n')

function busiestOf(party: string, all: readonly Week[]): string {
  const [first] = all.toSorted((a, b) => (b.byParty[party] ?? 0) - (a.byParty[party] ?? 0))
  return first ? `${first.byParty[party] ?? 0} (${first.week})` : ''
}

const weeks = ({ weeks: all }: Rehearsed): string =>
  [
    `Weeks with most mails`,
    ...table(
      ['week', 'mails', 'to'],
      all
        .toSorted((a, b) => b.mails - a.mails)
        .slice(0, busiestWeeks)
        .map(({ week, mails, byParty }) => [week, mails, pairs(byParty)]),
    ),
    '',
    `Mails in each week`,
    ...inRows(all.map(({ week, mails }) => `${week} ${`${mails}`.padStart(3)}`)),
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

const escalations = ({ escalations: climbed }: Rehearsed): string =>
  [
    'Escalations: reminders after the date',
    ...table(
      ['waits for', 'from', 'told', 'times', 'may act from then on', 'nobody there'],
      climbed.map(({ kind, days, to, times, opened, skipped }) => [kind, `J+${days}`, to, times, opened, skipped]),
    ),
  ].join('\n')

const counted = (names: readonly string[]): Readonly<Record<string, number>> =>
  names.reduce<Record<string, number>>((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {})

const pairs = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none'

/** Lines with columns as wide as what stands in them; numbers stand on the right. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => `${row[column] ?? ''}`.length)))
  const line = (row: readonly (string | number)[]): string =>
    row
      .map((cell, column) =>
        typeof cell === 'number' ? `${cell}`.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return rows.length === 0 ? [] : [`  ${line(head)}`, ...rows.map((row) => `  ${line(row)}`)]
}

const inRows = (cells: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(cells.length / weeksInARow) }, (_, row) =>
    `  ${cells.slice(row * weeksInARow, (row + 1) * weeksInARow).join('   ')}`.trimEnd(),
  )
