/** Dark or white letters on a colour that people chose: always at least 4.5:1, black where the board's ink is too light. */
const DARK = '#17120d'
const LIGHT = '#ffffff'
const BLACK = '#000000'
const ENOUGH = 4.5

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

export function inkOn(background: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(background)) return DARK
  const [better, other] =
    contrast(background, DARK) >= contrast(background, LIGHT) ? [DARK, LIGHT] : [LIGHT, DARK]
  return [better, other].find((ink) => contrast(background, ink) >= ENOUGH) ?? BLACK
}
