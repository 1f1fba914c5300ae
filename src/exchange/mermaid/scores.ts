/** Mermaid's scores, 1 to 5, on the scale of the map, 1 to 10: the five smileys stand at 2, 4, 6, 8 and 10. */
export function scoreToValue(score: number): number {
  return score * 2
}

export function valueToScore(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value / 2)))
}
