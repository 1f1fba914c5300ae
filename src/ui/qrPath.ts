/** Dark modules as one SVG path, a run of neighbours in a row as one rectangle. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  const parts: string[] = []
  modules.forEach((row, y) => {
    let start = -1
    for (let x = 0; x <= row.length; x += 1) {
      const dark = row[x] === true
      if (dark && start < 0) start = x
      if (!dark && start >= 0) {
        parts.push(`M${String(start)} ${String(y)}h${String(x - start)}v1h${String(start - x)}z`)
        start = -1
      }
    }
  })
  return parts.join('')
}
