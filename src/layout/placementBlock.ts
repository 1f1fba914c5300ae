/** The sheet of a touchpoint under an activity: picture, name, channel, marks, and a face when it is rated. */
import type { Placement } from '../model/records/placement.ts'
import type { Touchpoint } from '../model/records/touchpoint.ts'
import { curveValue, ratingStats } from '../model/select/ratingStats.ts'
import { standsFor } from '../model/select/standsFor.ts'
import type { Subject } from '../model/subject.ts'
import { picturesOf } from './cardContent.ts'
import type { ChannelChip, PlacementBlock } from './mapLayout.ts'
import type { PlacedFace, PlacedSymbol } from './placedSigns.ts'
import type { MapMeasures } from './mapMeasures.ts'
import type { MapSource } from './steps/readMap.ts'
import { stackThumbs } from './stackThumbs.ts'
import type { SymbolName } from './symbols/symbolNames.ts'
import { faceOfValue } from './symbols/smileys.ts'
import { moveText, setText } from './textBlock.ts'

/** What customers say counts first; the placement's own rating before that of its touchpoint. */
export function ratedValue(source: MapSource, subjects: readonly Subject[]): number | null {
  const { views, roundId } = source.options
  const ordered = [...views].sort((a, b) => (a === b ? 0 : a === 'outside' ? -1 : 1))
  for (const view of ordered) {
    for (const subject of subjects) {
      const value = curveValue(
        ratingStats(source.snapshot, subject, { view, ...(roundId !== null && { roundId }) }),
      )
      if (value !== null) return value
    }
  }
  return null
}

export function touchpointOf(source: MapSource, placement: Placement): Touchpoint | undefined {
  const id = placement.touchpointId
  return id === null
    ? undefined
    : source.snapshot.touchpoints.get(standsFor(source.snapshot, 'touchpoints', id))
}

/** The short code of a channel on its colour; code in the middle, as wide as it needs to be. */
export function chipOf(
  source: MapSource,
  touchpoint: Touchpoint | undefined,
  place: { readonly x: number; readonly y: number; readonly room: number },
  measures: MapMeasures,
): ChannelChip | null {
  const id = touchpoint?.channelId ?? null
  const channel =
    id === null ? undefined : source.snapshot.channels.get(standsFor(source.snapshot, 'channels', id))
  const label = channel ? channel.code || channel.name : ''
  if (!channel || label === '') return null
  const style = measures.text.code
  const pad = style.size * 0.45
  const text = setText(
    label,
    style,
    { x: place.x + pad, y: place.y, width: place.room - 2 * pad },
    source.options.metrics,
  )
  return {
    x: place.x,
    y: place.y,
    width: text.width + 2 * pad,
    height: text.height,
    colour: channel.colour || null,
    text,
  }
}

export function placementBlock(
  source: MapSource,
  placement: Placement,
  width: number,
  measures: MapMeasures,
): PlacementBlock {
  const { padX, padY } = measures.card
  const touchpoint = touchpointOf(source, placement)
  const room = Math.max(measures.textSize, width - 2 * padX)
  const pictures = touchpoint?.pictureId ? picturesOf(source.snapshot, [touchpoint.pictureId]) : []
  const stack = stackThumbs(pictures, { x: padX, y: padY, width: room }, measures)
  const top = padY + stack.height
  const name = setText(
    touchpoint?.name ?? '',
    measures.text.placement,
    { x: padX, y: top, width: room },
    source.options.metrics,
  )
  const face = faceOf(source, placement)
  const size = measures.face * 0.72
  const marks: SymbolName[] = []
  if (touchpoint?.painPoint) marks.push('bolt')
  if (touchpoint?.momentOfTruth) marks.push('star')
  const signs = (face === null ? 0 : 1) + marks.length
  const signsWidth = signs === 0 ? 0 : signs * size * 1.12
  const chip = chipOf(source, touchpoint, { x: padX, y: 0, room }, measures)
  const beside = chip === null || signs === 0 || chip.width + signsWidth + padX <= room
  const chipTop = top + name.height + padY * 0.5
  const signsTop = beside ? chipTop : chipTop + (chip?.height ?? 0) + padY
  const signsHeight = Math.max(signs > 0 ? size : 0, beside ? (chip?.height ?? 0) : 0)
  const middle = signsTop + signsHeight / 2
  const chipY = chip && beside ? middle - chip.height / 2 : chipTop
  const bottom = Math.max(signsTop + signsHeight, chip ? chipY + chip.height : 0)
  let x = width - padX
  const takeSign = (scale: number): { x: number; y: number; size: number } => {
    x -= size * scale
    const placed = { x, y: middle - (size * scale) / 2, size: size * scale }
    x -= size * 0.12
    return placed
  }
  const placedFace: PlacedFace | null = face === null ? null : { level: face, ...takeSign(1) }
  const placedMarks: PlacedSymbol[] = marks.map((mark) => ({ name: mark, ...takeSign(0.92) }))
  return {
    width,
    height: (chip || signs > 0 ? bottom : top + name.height) + padY,
    name,
    chip: chip && { ...chip, y: chipY, text: moveText(chip.text, 0, chipY) },
    marks: placedMarks,
    face: placedFace,
    thumb: stack.thumbs[0] ?? null,
  }
}

function faceOf(source: MapSource, placement: Placement): PlacedFace['level'] | null {
  const subjects: Subject[] = [{ kind: 'placement', id: placement.id }]
  if (placement.touchpointId !== null) subjects.push({ kind: 'touchpoint', id: placement.touchpointId })
  const value = ratedValue(source, subjects)
  return value === null ? null : faceOfValue(value)
}
