/** What a figure is to be: the ratio of ours to bare, or ours alone, within a bound. */
export interface Goal {
  readonly of: 'ratio' | 'ours'
  readonly atMost?: number
  readonly atLeast?: number
}

/** What one measurement came to: a value a round, ours beside bare where there is a bare counterpart. */
export interface Figure {
  readonly metric: string
  readonly unit: string
  readonly ours: readonly number[]
  readonly bare?: readonly number[]
  readonly goals: readonly Goal[]
}

/** The middle one; of an even number the mean of the two in the middle. `medianOf([3, 1, 2])` → `2` */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = NaN, high = NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

/** A figure in one line of JSON, as scripts read it. */
export interface Line {
  readonly metric: string
  readonly ours: number
  readonly bare: number | null
  readonly ratio: number | null
  readonly unit: string
}

/** The medians of a figure, and their ratio. */
export function lineOf({ metric, unit, ours, bare }: Figure): Line {
  const [middle, other] = [medianOf(ours), bare && medianOf(bare)]
  return {
    metric,
    ours: rounded(middle),
    bare: other === undefined ? null : rounded(other),
    ratio: other === undefined ? null : rounded(middle / other),
    unit,
  }
}

/** Whether a line keeps to a goal. */
export function holds({ ours, ratio }: Line, { of, atMost = Infinity, atLeast = -Infinity }: Goal): boolean {
  const value = of === 'ours' ? ours : ratio
  return value !== null && value <= atMost && value >= atLeast
}

/** Three digits after the point at most. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000
