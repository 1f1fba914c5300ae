/** Channel, form and the two marks of a touchpoint, as chips in rows that wrap. */
import { readableInk } from '../../layout/colour.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import { chipColour, opsOfSticker } from '../../layout/ops/opsOfSigns.ts'
import type { SceneOp } from '../../layout/scene.ts'
import type { Channel } from '../../model/records/channel.ts'
import type { Touchpoint } from '../../model/records/touchpoint.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { setAt, type SheetSource, type Spot } from './sheetSource.ts'

const PAD = 1.8
const STICKER = 6
const GAP = 3

interface Mark {
  readonly width: number
  readonly height: number
  readonly ops: readonly SceneOp[]
}

export function markOps(source: SheetSource, touchpoint: Touchpoint, spot: Spot): Mark {
  const marks = marksOf(source, touchpoint, spot.width)
  const ops: SceneOp[] = []
  let [x, y, row] = [0, 0, 0]
  for (const mark of marks) {
    if (x > 0 && x + mark.width > spot.width) {
      y += row + 2
      x = 0
      row = 0
    }
    ops.push(...moveOps(mark.ops, spot.x + x, spot.y + y))
    x += mark.width + GAP
    row = Math.max(row, mark.height)
  }
  return { ops, width: spot.width, height: y + row }
}

function marksOf(source: SheetSource, touchpoint: Touchpoint, room: number): readonly Mark[] {
  const { t, labels } = source
  const { form } = touchpoint
  return [
    ...channelOf(source, touchpoint, room),
    ...(form === null
      ? []
      : [
          worded(
            source,
            t(form === 'digital' ? 'touchpoints.formDigital' : 'touchpoints.formPhysical'),
            room,
          ),
        ]),
    ...(touchpoint.painPoint ? [signed(source, 'bolt', labels.painPoint, room)] : []),
    ...(touchpoint.momentOfTruth ? [signed(source, 'star', labels.momentOfTruth, room)] : []),
  ]
}

function channelFor({ snapshot }: SheetSource, { channelId }: Touchpoint): Channel | undefined {
  return channelId === null ? undefined : snapshot.channels.get(standsFor(snapshot, 'channels', channelId))
}

export function channelName(source: SheetSource, touchpoint: Touchpoint): string {
  const channel = channelFor(source, touchpoint)
  return channel?.name || channel?.code || ''
}

function channelOf(source: SheetSource, touchpoint: Touchpoint, room: number): readonly Mark[] {
  const { theme } = source
  const channel = channelFor(source, touchpoint)
  const label = channelName(source, touchpoint)
  if (channel === undefined || label === '') return []
  const fill = chipColour(theme, channel.colour)
  const style = { points: 9.5, font: 'bold' as const, colour: readableInk(fill) }
  const text = setAt(source, label, style, { x: PAD, y: 0.7, width: room - 2 * PAD })
  const [width, height] = [text.width + 2 * PAD, text.height + 1.4]
  return [
    { width, height, ops: [{ kind: 'rect', x: 0, y: 0, width, height, radius: 1.4, fill }, ...text.ops] },
  ]
}

function worded(source: SheetSource, words: string, room: number): Mark {
  const text = setAt(
    source,
    words,
    { points: 9.5, colour: source.theme.quietInk },
    { x: 0, y: 0.7, width: room },
  )
  return { width: text.width, height: text.height + 1.4, ops: text.ops }
}

function signed(source: SheetSource, name: 'bolt' | 'star', words: string, room: number): Mark {
  const x = STICKER + 1.2
  const text = setAt(source, words, { points: 9.5, font: 'bold' }, { x, y: 0.8, width: room - x })
  return {
    width: x + text.width,
    height: Math.max(STICKER, text.height + 0.8),
    ops: [...opsOfSticker({ name, x: 0, y: 0, size: STICKER }, source.theme), ...text.ops],
  }
}
