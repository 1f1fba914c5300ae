/** The largest size that a HEIC or AVIF file declares: its `ispe` properties, one per picture and tile in it. */
const ISPE = 0x69737065
/** Properties stand before the picture data. */
const WITHIN = 256 * 1024

export function readBmffSize(view: DataView): { readonly width: number; readonly height: number } | null {
  let best: { width: number; height: number } | null = null
  const end = Math.min(view.byteLength, WITHIN) - 16
  for (let at = 8; at <= end; at += 1) {
    if (view.getUint32(at) !== ISPE) continue
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    if (best === null || width * height > best.width * best.height) best = { width, height }
  }
  return best
}
