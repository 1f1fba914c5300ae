/** Reads what people type for a number in either language: decimal comma or point, blanks around; empty is nothing. */
import type { Result } from '../shared/result.ts'
import { err, ok } from '../shared/result.ts'

export function parseNumber(
  text: string,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): Result<number | undefined, 'notANumber' | 'outOfRange'> {
  const trimmed = text.trim().replace(',', '.').replace('−', '-')
  if (trimmed === '') return ok(undefined)
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(trimmed)) return err('notANumber')
  const value = Number(trimmed)
  return value < min || value > max ? err('outOfRange') : ok(value)
}
