/** What stands at the right end of the head: the company's logo, and the way into the workshop as a QR code. */
import type { MapMeasures } from '../mapMeasures.ts'
import type { Rect } from '../scene.ts'
import type { MapSource } from '../steps/readMap.ts'
import { setText, type TextBlock } from '../textBlock.ts'
import type { PosterRequest } from './posterRequest.ts'

export interface StampsLayout {
  readonly qr: (Rect & { readonly text: string; readonly label: TextBlock }) | null
  readonly logo: (Rect & { readonly mediaId: string }) | null
  /** Zero when there are none. */
  readonly width: number
  readonly bottom: number
}

/** In em, and what a scanner needs on the smallest sheets, in millimetres. */
const QR_SIZE = 10.5
const QR_AT_LEAST = 26
const LOGO = { width: 17, height: 8 }
const GAP = 2

export function placeStamps(
  source: MapSource,
  { stamps }: PosterRequest,
  measures: MapMeasures,
  right: number,
  top: number,
): StampsLayout {
  const em = measures.textSize
  const { metrics } = source.options
  let left = right
  let bottom = top
  let qr: StampsLayout['qr'] = null
  if (stamps?.qr) {
    const size = Math.max(QR_SIZE * em, QR_AT_LEAST)
    left -= size
    const label = setText(
      stamps.qr.label,
      measures.text.legend,
      { x: left, y: top + size, width: size, align: 'centre' },
      metrics,
    )
    qr = { x: left, y: top, width: size, height: size, text: stamps.qr.text, label }
    bottom = top + size + label.height
  }
  let logo: StampsLayout['logo'] = null
  if (stamps?.logo) {
    const { width, height, mediaId } = stamps.logo
    const scale = Math.min((LOGO.width * em) / width, (LOGO.height * em) / height)
    const size = { width: width * scale, height: height * scale }
    left -= size.width + (qr ? GAP * em : 0)
    logo = { x: left, y: top + 0.4 * em, ...size, mediaId }
    bottom = Math.max(bottom, logo.y + size.height)
  }
  return { qr, logo, width: right - left, bottom }
}
