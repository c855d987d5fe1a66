import { holds, lineOf, type Figure, type Goal } from './figures.ts'

const widths = [30, 16, 10, 10, 8, 16] as const

/** The head of the table that people read. */
export const head = (): string => row(['metric', 'unit', 'ours', 'bare', 'ratio', 'from … to', 'goal'])

/** A figure as people read it: medians, how far the rounds lie apart, and whether its goals are met. */
export function rowOf(figure: Figure): string {
  const line = lineOf(figure)
  const told = figure.goals.map((goal) => `${inWords(goal)}: ${holds(line, goal) ? 'holds' : 'MISSED'}`)
  return row([
    line.metric,
    line.unit,
    `${line.ours}`,
    line.bare === null ? '' : `${line.bare}`,
    line.ratio === null ? '' : line.ratio.toFixed(2),
    spread(figure),
    told.join(', '),
  ])
}

/** From the least to the most of all rounds: of their ratios, or of ours where there is nothing beside it. */
function spread({ ours, bare }: Figure): string {
  const values = bare ? ours.map((value, round) => value / (bare[round] ?? NaN)) : ours
  return `${Math.min(...values).toFixed(2)} … ${Math.max(...values).toFixed(2)}`
}

function inWords({ of, atMost, atLeast }: Goal): string {
  const least = atLeast === undefined ? [] : [`≥ ${atLeast}`]
  const most = atMost === undefined ? [] : [`≤ ${atMost}`]
  return `${of} ${[...least, ...most].join(', ')}`
}

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join(' ')
    .trimEnd()
