/** Step 2: all distances. The lane titles' column is as wide as its longest word needs, within reason. */
import { mapMeasures, type MapMeasures } from '../mapMeasures.ts'
import { sanitiseText } from '../sanitiseText.ts'
import { emWidthOf } from '../textMetrics.ts'
import type { MapSource } from './readMap.ts'

const NARROWEST = 6.5
const WIDEST = 12
/** Padding of a lane title in em of the card text. */
export const LANE_TITLE_PADDING = 0.7

export function laneTitleOf(source: MapSource, index: number): string {
  const lane = source.lanes[index]
  return lane ? lane.title || source.options.labels.lanes[lane.kind] : ''
}

export function measureMap(source: MapSource): MapMeasures {
  const { textSize, columnWidth, metrics, hanging } = source.options
  const bold = emWidthOf(metrics, 'bold')
  const scale = mapMeasures(1, 1, 1, hanging).text.lane.size
  let widest = NARROWEST
  const titles = source.lanes.map((_lane, index) => laneTitleOf(source, index))
  if (source.parked.length > 0) titles.push(source.options.labels.parkingLot)
  for (const title of titles) {
    for (const word of sanitiseText(title).split(/[\s-]+/u)) {
      widest = Math.max(widest, bold(word) * scale + 2 * LANE_TITLE_PADDING + 0.1)
    }
  }
  return mapMeasures(
    textSize,
    columnWidth,
    source.lanes.length === 0 ? 0 : Math.min(WIDEST, widest) * textSize,
    hanging,
  )
}
