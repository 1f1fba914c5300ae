/**
 * What a poster cannot show as it should: characters that no shipped font has and photos that are not on this device or
 * are unreadable. The dialog says so before anybody pays a print shop.
 */
import type { FontMetrics } from '../layout/font/fontMetrics.ts'
import type { Scene } from '../layout/scene.ts'
import { readJpeg } from './pdf/readJpeg.ts'
import type { PosterPictures } from './posterJob.ts'

/** Each character once, in order of appearance; they are drawn as boxes and stay searchable. */
export function missingCharacters(scene: Scene, metrics: FontMetrics): readonly string[] {
  const missing = new Set<string>()
  for (const op of scene.ops)
    if (op.kind === 'text') for (const character of metrics.missing(op.text)) missing.add(character)
  return [...missing]
}

/** Scripts whose letters are joined, stacked or moved around each other. */
const SHAPED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Thaana}]/u

/** Each character once. Those that no font has are missing anyway. */
export function unjoinedCharacters(scene: Scene, metrics: FontMetrics): readonly string[] {
  const found = new Set<string>()
  for (const op of scene.ops) {
    if (op.kind !== 'text' || !SHAPED.test(op.text)) continue
    const missing = new Set(metrics.missing(op.text))
    for (const cluster of metrics.clusters(op.text))
      if (SHAPED.test(cluster) && !missing.has(cluster)) found.add(cluster)
  }
  return [...found]
}

/** Media ids, each once; they are drawn as empty frames. */
export function missingPictures(scene: Scene, pictures: PosterPictures): readonly string[] {
  const missing = new Set<string>()
  for (const op of scene.ops) {
    if (op.kind !== 'picture') continue
    const jpeg = pictures.get(op.mediaId)
    if (!jpeg || !readJpeg(jpeg)) missing.add(op.mediaId)
  }
  return [...missing]
}
