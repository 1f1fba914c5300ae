/** Places on a sheet: `C7` is the third cell of the seventh row. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

/** From 0; undefined for what is no place. */
export function columnIndex(name: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(name)?.[1]
  if (letters === undefined) return undefined
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
