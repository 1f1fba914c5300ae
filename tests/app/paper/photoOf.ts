/** Photos of a code as tablets take them: turned, near or far, out of focus, with grain and a shadow. */
import type { Pixels } from '../../../src/app/paper/findCode.ts'

export interface PhotoOptions {
  readonly width: number
  readonly height: number
  /** Pixels a module is wide. */
  readonly perModule: number
  /** Degrees. */
  readonly angle: number
  /** Radius in pixels. */
  readonly blur: number
  /** Of the grain. */
  readonly seed: number
  /** Covered by a thumb: this share of the code, from its lower right corner. */
  readonly covered?: number
}

export function photoOf(modules: readonly (readonly boolean[])[], options: PhotoOptions): Pixels {
  const { width, height, perModule, angle, seed, covered = 0 } = options
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  const side = modules.length
  const light = new Float64Array(width * height)
  const grain = random(seed)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width * 0.6, y - height * 0.55]
      const column = Math.floor((dx * cos + dy * sin) / perModule + side / 2)
      const row = Math.floor((dy * cos - dx * sin) / perModule + side / 2)
      const isCovered = column > side * (1 - covered) && row > side * (1 - covered)
      const dark = !isCovered && modules[row]?.[column] === true
      const paper = isCovered ? 170 : 235
      light[y * width + x] = (dark ? 35 : paper) * (0.75 + (0.25 * x) / width) + 8 * (grain() - 0.5)
    }
  const soft = blurred(
    blurred(light, width, height, options.blur, 1, width),
    width,
    height,
    options.blur,
    width,
    1,
  )
  const data = new Uint8ClampedArray(4 * width * height)
  for (const [index, value] of soft.entries()) data.set([value, value, value, 255], 4 * index)
  return { width, height, data }
}

/** A box along one direction. */
function blurred(
  light: Float64Array,
  width: number,
  height: number,
  radius: number,
  step: number,
  across: number,
): Float64Array {
  if (radius === 0) return light
  const out = new Float64Array(light.length)
  const length = step === 1 ? width : height
  for (let line = 0; line < light.length / length; line += 1)
    for (let at = 0; at < length; at += 1) {
      let sum = 0
      let count = 0
      for (let near = Math.max(0, at - radius); near <= Math.min(length - 1, at + radius); near += 1) {
        sum += light[line * across + near * step] ?? 0
        count += 1
      }
      out[line * across + at * step] = sum / count
    }
  return out
}

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
