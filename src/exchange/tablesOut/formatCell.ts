/** Values as the tables write them. */

export function booleanCell(value: boolean): string {
  return value ? 'true' : 'false'
}

/** At least `decimals` digits behind the point, and as many more as the number has. */
export function numberCell(value: number | null, decimals = 0): string {
  if (value === null) return ''
  const own = String(value)
  const digits = own.includes('.') ? own.length - own.indexOf('.') - 1 : 0
  return digits >= decimals ? own : value.toFixed(decimals)
}

/** In the document a list has one entry per line, in a table they stand behind each other. */
export function listCell(text: string): string {
  return text.replaceAll('\n', ';')
}
