/** A metric one can reckon with in the head: every character half an em, bold six tenths. */
import type { TextMetrics } from '../../../src/layout/textMetrics.ts'
import { clusters } from '../../../src/layout/font/clusters.ts'

export const REGULAR = 0.5
export const BOLD = 0.6

export const ruler: TextMetrics = {
  measure: (text, face, size) => clusters(text).length * size * (face === 'bold' ? BOLD : REGULAR),
}

export const emWidth = (text: string): number => ruler.measure(text, 'regular', 1)
