import type { Figures, Week } from '../domain/rehearsal/figures.ts'

// What the pages of all rehearsals share, as text for a terminal.

const busiestWeeks = 8
const weeksInARow = 8
const partiesInAWeek = 12

/** Who got how many mails, and the weeks with most. */
export const mailsPart = (figures: Mails): string => [parties(figures), weeks(figures)].join('\n\n')

type Mails = Pick<Figures, 'mails' | 'byParty' | 'weeks'>

const parties = ({ mails, byParty, weeks: all }: Mails): string =>
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

const weeks = ({ weeks: all }: Mails): string =>
  [
    `Weeks with most mails`,
    ...table(
      ['week', 'mails', 'to'],
      all
        .toSorted((a, b) => b.mails - a.mails)
        .slice(0, busiestWeeks)
        .map(({ week, mails, byParty }) => [week, mails, some(byParty)]),
    ),
    '',
    `Mails in each week`,
    ...inRows(all.map(({ week, mails }) => `${week} ${`${mails}`.padStart(3)}`)),
  ].join('\n')

/** Reminders after their date. */
export const escalations = ({ escalations: climbed }: Pick<Figures, 'escalations'>): string =>
  [
    'Escalations: reminders after the date',
    ...table(
      ['waits for', 'from', 'told', 'times', 'may act from then on', 'nobody there'],
      climbed.map(({ kind, days, to, times, opened, skipped }) => [kind, `J+${days}`, to, times, opened, skipped]),
    ),
  ].join('\n')

/** Names with their counts, in one line. */
export const pairs = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none'

/** Lines with columns as wide as what stands in them; numbers stand on the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
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

/** Those with most of a week's mails, and how many others there were. */
function some(byParty: Readonly<Record<string, number>>): string {
  const all = Object.entries(byParty)
  if (all.length <= partiesInAWeek) return pairs(byParty)
  const most = all.toSorted(([, a], [, b]) => b - a).slice(0, partiesInAWeek)
  return `${pairs(Object.fromEntries(most))}, and ${all.length - most.length} others`
}
