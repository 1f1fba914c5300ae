/** Colours that are computed: readable ink on a given ground (WCAG 2), and a mix in place of transparency. */
import type { Colour } from './scene.ts'

type Channels = readonly [number, number, number]

const HEX = /^#[0-9a-f]{6}$/i
const DARK_INK = '#16120e'
const LIGHT_INK = '#ffffff'

export function isColour(text: string): boolean {
  return HEX.test(text)
}

function channels(colour: Colour): Channels {
  const number = Number.parseInt(colour.slice(1), 16)
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255]
}

function hexOf(values: Channels): Colour {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

export function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

export function contrast(one: Colour, other: Colour): number {
  const first = luminance(one)
  const second = luminance(other)
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** `share` of the second colour laid over the first. */
export function mix(ground: Colour, over: Colour, share: number): Colour {
  const from = channels(ground)
  const to = channels(over)
  const at = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * share
  return hexOf([at(0), at(1), at(2)])
}

/** White, near-black or, on the few grounds where neither will do, black: always at least 4.5 : 1. */
export function readableInk(ground: Colour): Colour {
  return [LIGHT_INK, DARK_INK].find((ink) => contrast(ink, ground) >= 4.5) ?? '#000000'
}

/** The colour moved towards white or black until it has `least` contrast with the ground; hue is kept as far as possible. */
export function strengthen(colour: Colour, ground: Colour, least: number): Colour {
  const towards = luminance(ground) > 0.18 ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, towards, share)
    if (contrast(candidate, ground) >= least) return candidate
  }
  return towards
}
