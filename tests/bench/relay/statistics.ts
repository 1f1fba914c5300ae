/** Medians, percentiles and tables for the terminal. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export function printTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  console.log(`\n${title}\n`)
  console.log(`| ${header.join(' | ')} |`)
  console.log(`| ${header.map(() => '---').join(' | ')} |`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

/** `1.85×`, or a dash when there is nothing to compare with. */
export function times(theirs: number, ours: number): string {
  return Number.isFinite(theirs / ours) ? `${(theirs / ours).toFixed(2)}×` : '–'
}

/** How often each measurement is repeated; the medians are printed. */
export const ROUNDS = Number(process.env['ETAPPE_BENCH_ROUNDS'] ?? 3)

const asked = (process.env['ETAPPE_BENCH_RELAYS'] ?? '').split(',')

/** With ETAPPE_BENCH_RELAYS=Etappe,raw only these take part. */
export const isAsked = (name: string): boolean => asked.some((beginning) => name.startsWith(beginning))
