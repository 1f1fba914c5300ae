/** The QR code of a paper id with the same id in characters beneath, for whoever has to type it. */
import { opsOfQr } from '../../layout/ops/opsOfQr.ts'
import type { SceneOp } from '../../layout/scene.ts'
import { NOWHERE, type PaperCode, paperCodeText, paperMark, printedCode } from '../../model/paperCode.ts'
import type { LaneId } from '../../model/records/lane.ts'
import { setAt, type SheetSource } from './sheetSource.ts'

/** What one piece of paper is called: the same workshop, day and number give the same id. */
export function codeFor(
  source: SheetSource,
  laneId: LaneId,
  placeId: string | null,
  number: number,
): PaperCode {
  const { workshopId } = source.snapshot.meta
  return {
    workshop: paperMark('workshop', workshopId),
    lane: paperMark('lane', laneId),
    place: placeId === null ? NOWHERE : paperMark('place', placeId),
    serial: paperMark('serial', [source.wish.kind, source.day, laneId, placeId, number].join('|')),
  }
}

/** Height of code and characters together. */
export function codeHeight(size: number): number {
  return size + 2 * textSize(size) * 1.25 + 0.6
}

export function codeOps(
  source: SheetSource,
  code: PaperCode,
  x: number,
  y: number,
  size: number,
): readonly SceneOp[] {
  const characters = printedCode(code)
  const half = characters.slice(0, 9)
  const points = (textSize(size) * 72) / 25.4
  const lines = [half, characters.slice(10)].map((text, index) =>
    setAt(
      source,
      text,
      { points, lineHeight: 1.25 },
      { x, y: y + size + 0.2 + index * textSize(size) * 1.25, width: size, align: 'centre' },
    ),
  )
  return [
    ...opsOfQr(paperCodeText(code), { x, y, width: size }, 'quartile'),
    ...lines.flatMap(({ ops }) => ops),
  ]
}

/** In millimetres: nine characters across the code, but never larger than needed. */
function textSize(size: number): number {
  return Math.min(2.4, size / 5.6)
}
