/** Mean, median, quartiles and standard deviations of weighted values. Quartiles interpolate linearly between ranks. */
export interface Weighted {
  readonly value: number
  /** How many answers this value stands for; whole and at least 1. */
  readonly n: number
}

export interface Statistics {
  readonly n: number
  readonly mean: number
  readonly median: number
  readonly min: number
  readonly max: number
  readonly q1: number
  readonly q3: number
  /** With n − 1; null for a single value. */
  readonly sampleSd: number | null
  readonly populationSd: number
}

/** The value at a rank (from 0) of the sorted values, each counted `n` times. */
function atRank(sorted: readonly Weighted[], rank: number): number {
  let seen = 0
  for (const entry of sorted) {
    seen += entry.n
    if (rank < seen) return entry.value
  }
  return sorted.at(-1)?.value ?? 0
}

function quantile(sorted: readonly Weighted[], n: number, share: number): number {
  const rank = (n - 1) * share
  const low = atRank(sorted, Math.floor(rank))
  const high = atRank(sorted, Math.ceil(rank))
  return low + (high - low) * (rank - Math.floor(rank))
}

/** Null for no values at all: no value is not zero. */
export function statisticsOf(values: readonly Weighted[]): Statistics | null {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return null
  const n = sorted.reduce((sum, entry) => sum + entry.n, 0)
  const mean = sorted.reduce((sum, entry) => sum + entry.value * entry.n, 0) / n
  const squares = sorted.reduce((sum, entry) => sum + (entry.value - mean) ** 2 * entry.n, 0)
  return {
    n,
    mean,
    median: quantile(sorted, n, 0.5),
    min: first.value,
    max: last.value,
    q1: quantile(sorted, n, 0.25),
    q3: quantile(sorted, n, 0.75),
    sampleSd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    populationSd: Math.sqrt(squares / n),
  }
}
