/**
 * The one codec of all posters, in plain JavaScript: browser and command line get the same bytes from it, which the
 * codecs of browsers do not promise, and no WebAssembly has to be allowed by the security policy.
 */
import { decode, encode } from 'jpeg-js'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, opacity; row by row. */
  readonly data: Uint8Array
}

/** No phone takes larger ones, and larger ones would take more memory than a tablet has. */
const MOST_MEGAPIXELS = 50
const MOST_MEGABYTES = 400

/** Null when it is damaged or too large to be decoded. */
export function decodeJpeg(bytes: Uint8Array): Pixels | null {
  try {
    return decode(bytes, {
      useTArray: true,
      maxResolutionInMP: MOST_MEGAPIXELS,
      maxMemoryUsageInMB: MOST_MEGABYTES,
    })
  } catch {
    return null
  }
}

/** `quality` from 1 to 100. */
export function encodeJpeg(pixels: Pixels, quality: number): Uint8Array {
  provideBuffer()
  return new Uint8Array(encode(pixels, quality).data)
}

/** The library ends with `Buffer.from(numbers)` wherever it was bundled; browsers have no such thing. */
function provideBuffer(): void {
  const scope = globalThis as { Buffer?: unknown }
  scope.Buffer ??= { from: (numbers: Iterable<number>) => Uint8Array.from(numbers) }
}
