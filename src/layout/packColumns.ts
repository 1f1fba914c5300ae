/** Sheets without a column of their own (pile, parking lot): in order, each into the column that is shortest so far. */
export interface PackedSpot {
  readonly column: number
  readonly y: number
}

export interface Packed {
  readonly spots: readonly PackedSpot[]
  readonly height: number
}

export function packColumns(heights: readonly number[], columns: number, gap: number): Packed {
  const ends = Array.from({ length: Math.max(1, columns) }, () => 0)
  const spots = heights.map((height): PackedSpot => {
    const shortest = ends.reduce((best, end, index) => (end < (ends[best] ?? 0) ? index : best), 0)
    const y = ends[shortest] ?? 0
    ends[shortest] = y + height + gap
    return { column: shortest, y }
  })
  return { spots, height: Math.max(0, ...ends.map((end) => end - gap)) }
}
