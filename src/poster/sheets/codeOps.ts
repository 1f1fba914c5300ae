/** The QR code of a paper id with the same id in characters beneath, for whoever has to type it. */
import { encodeQR } from 'qr'
import type { SceneOp, Segment } from '../../layout/scene.ts'
import { NOWHERE, type PaperCode, paperCodeText, paperMark, printedCode } from '../../model/paperCode.ts'
import type { LaneId } from '../../model/records/lane.ts'
import { setAt, type SheetSource } from './sheetSource.ts'

/** The empty border that readers need, in modules. */
const QUIET = 3
const INK = '#000000'
const PAPER = '#ffffff'
/** Rows overlap by so much of a module, so that no viewer shows seams between them. */
const OVERLAP = 0.04

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
  return [...qrOps(paperCodeText(code), x, y, size), ...lines.flatMap(({ ops }) => ops)]
}

/** In millimetres: nine characters across the code, but never larger than needed. */
function textSize(size: number): number {
  return Math.min(2.4, size / 5.6)
}

/** A path for each row of modules: small shapes, which keep their ink in every style of print. */
function qrOps(text: string, x: number, y: number, size: number): readonly SceneOp[] {
  const modules = encodeQR(text, 'raw', { border: QUIET, ecc: 'quartile', encoding: 'alphanumeric' })
  const side = size / modules.length
  return [
    { kind: 'rect', x, y, width: size, height: size, fill: PAPER },
    ...modules.flatMap((row, index): readonly SceneOp[] => {
      const segments = runsOf(row).flatMap(([from, to]) =>
        boxAt(x + from * side, y + index * side, (to - from) * side, side * (1 + OVERLAP)),
      )
      return segments.length === 0 ? [] : [{ kind: 'path', segments, fill: INK }]
    }),
  ]
}

function boxAt(x: number, y: number, width: number, height: number): readonly Segment[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']]
}

function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const [index, dark] of row.entries()) {
    if (!dark) continue
    const last = runs.at(-1)
    if (last?.[1] === index) last[1] = index + 1
    else runs.push([index, index + 1])
  }
  return runs
}
