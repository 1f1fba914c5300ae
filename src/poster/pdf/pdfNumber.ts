/** Numbers as the PDF has them: hundredths of a point are 0.004 mm, finer than any plotter. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

export function pdfNumber(value: number): string {
  const rounded = hundredths(value)
  return rounded === 0 ? '0' : String(rounded)
}
