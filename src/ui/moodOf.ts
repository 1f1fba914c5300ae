/** Which face belongs to a value of 1–10; faces stand for 2, 4, 6, 8 and 10. */
import type { Mood } from './Face.tsx'

export function moodOf(value: number): Mood {
  const step = Math.min(5, Math.max(1, Math.ceil(value / 2)))
  if (step <= 1) return 1
  if (step === 2) return 2
  if (step === 3) return 3
  return step === 4 ? 4 : 5
}
