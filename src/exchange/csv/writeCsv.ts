/** Records to RFC 4180 text: quotes only where needed, every record ends in CR LF. Texts are written as they are given. */
function writeCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function writeRow(cells: readonly string[]): string {
  // A lone empty cell would read as an empty line.
  if (cells.length === 1 && cells[0] === '') return '""\r\n'
  return `${cells.map(writeCell).join(',')}\r\n`
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(writeRow).join('')
}
