/** The touchpoints: a page for each with everything that is known about it, or short cards, as many on a page as fit. */
import type { Scene, SceneOp } from '../../layout/scene.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import type { Touchpoint } from '../../model/records/touchpoint.ts'
import { orderedTouchpoints } from '../../model/select/orderedTouchpoints.ts'
import { flowPieces, type Piece } from './flowPieces.ts'
import { factPieces } from './factPieces.ts'
import { pictureFrame } from './pictureFrame.ts'
import { columnWidth, profilePages } from './profilePages.ts'
import { scalePieces } from './scalePieces.ts'
import { framedPages, type SheetPage, sheetPage } from './sheetFrame.ts'
import { setAt, type SheetSource } from './sheetSource.ts'
import { BODY, headingPieces, linePieces, listPieces, ruledPieces, section } from './textPieces.ts'
import { plainHead, touchpointCard } from './touchpointCard.ts'
import { cardGroups, touchpointFacts, type PlacedUse, usesOf, valuesOf } from './touchpointContent.ts'
import { markOps } from './touchpointMarks.ts'

const PICTURE = { width: 78, height: 62 }
const GAP = 8
const MOST_BAND = 0.45
const CARD_GAP = 5

/** The register in its order; without any, one line that says so. */
export function touchpointSheets(source: SheetSource): readonly Scene[] {
  const { t } = source
  const page = sheetPage(source, 'portrait')
  const all = touchpointsOf(source)
  const frame = (contents: readonly (readonly SceneOp[])[]) =>
    framedPages(source, page, t('sheets.touchpoints'), contents)
  if (all.length === 0) {
    return frame(
      profilePages(page, null, linePieces(source, t('sheets.noTouchpoints'), BODY, columnWidth(page))),
    )
  }
  if (source.wish.onePerPage) return frame(all.flatMap((one) => touchpointPages(source, page, one)))
  return frame(cardPages(source, page, all))
}

/** With chosen phases: only what is used there. */
function touchpointsOf(source: SheetSource): readonly Touchpoint[] {
  const { snapshot, wish } = source
  const { phaseIds } = wish
  const all = orderedTouchpoints(snapshot)
  if (phaseIds === null) return all
  return all.filter(({ id }) => usesOf(source, id).some((use) => phaseIds.includes(use.phaseId)))
}

function touchpointPages(source: SheetSource, page: SheetPage, touchpoint: Touchpoint) {
  const { t } = source
  const width = columnWidth(page)
  const uses = usesOf(source, touchpoint.id)
  const band = bandOf(source, page, touchpoint)
  const pieces = [
    ...(band === null ? plainHead(source, touchpoint, width) : []),
    ...section(
      source,
      t('sheets.facts'),
      touchpointFacts(source, touchpoint).flatMap(({ label, value }) =>
        factPieces(source, label, value, width),
      ),
      width,
    ),
    ...section(
      source,
      t('sheets.rated'),
      scalePieces(source, valuesOf(source.snapshot, 'touchpoint', touchpoint.id), width),
      width,
    ),
    ...texts(source, touchpoint, width),
    ...section(source, t('touchpoints.placements'), usePieces(source, uses, width), width),
    ...cardGroups(source, touchpoint.id, uses).flatMap((group) =>
      section(source, group.title, listPieces(source, group.texts, width), width),
    ),
  ]
  return profilePages(page, band, pieces, (height) => notes(source, page.body.width, height))
}

const NOTE_LINE = 9
const FEWEST_NOTES = 3

/** What is left of the page is for the pen. */
function notes(source: SheetSource, width: number, height: number): readonly Piece[] {
  const heading = headingPieces(source, source.t('sheets.notes'), width)
  const lines = Math.floor((height - NOTE_LINE) / NOTE_LINE)
  return lines < FEWEST_NOTES ? [] : [...heading, ...ruledPieces(source, lines, width, NOTE_LINE)]
}

function texts(source: SheetSource, touchpoint: Touchpoint, width: number): readonly Piece[] {
  return (['perception', 'peopleObjects', 'acceptanceCriteria'] as const).flatMap((field) =>
    section(
      source,
      source.t(`touchpoints.${field}`),
      listPieces(source, touchpoint[field].split('\n'), width),
      width,
    ),
  )
}

function usePieces(source: SheetSource, uses: readonly PlacedUse[], width: number): readonly Piece[] {
  return uses.flatMap(({ phase, activity, placement }) => [
    ...linePieces(source, `${phase} › ${activity}`, BODY, width, { gap: 1 }),
    ...scalePieces(source, valuesOf(source.snapshot, 'placement', placement.id), width),
  ])
}

function bandOf(source: SheetSource, page: SheetPage, touchpoint: Touchpoint): Piece | null {
  for (const scale of [1, 0.8, 0.6, 0.4]) {
    const band = bandAt(source, page, touchpoint, scale)
    if (band.height <= page.body.height * MOST_BAND) return band
  }
  return null
}

function bandAt(source: SheetSource, page: SheetPage, touchpoint: Touchpoint, scale: number): Piece {
  const picture = pictureFrame(source, touchpoint.pictureId, PICTURE)
  const width = page.body.width - (picture === null ? 0 : picture.width + GAP)
  const name = touchpoint.name || source.t('touchpoints.unnamed')
  const title = setAt(
    source,
    name,
    { points: 26 * scale, font: 'bold', lineHeight: 1.15 },
    { x: 0, y: 0, width },
  )
  const marks = markOps(source, touchpoint, { x: 0, y: title.height + 4, width })
  return {
    height: Math.max(title.height + 4 + marks.height, picture?.height ?? 0),
    ops: [
      ...title.ops,
      ...marks.ops,
      ...(picture === null ? [] : moveOps(picture.ops, page.body.width - picture.width, 0)),
    ],
  }
}

/** Two columns of cards. A card that is higher than a page goes on in the next column, without its box. */
function cardPages(source: SheetSource, page: SheetPage, all: readonly Touchpoint[]) {
  const width = columnWidth(page)
  const pieces = all.flatMap((touchpoint, index): readonly Piece[] => {
    const { box, lines } = touchpointCard(source, touchpoint, width)
    const gap = index === 0 ? 0 : CARD_GAP
    return box.height <= page.body.height ? [{ ...box, gap }] : lines
  })
  const { columns } = flowPieces(pieces, (index) => ({
    x: page.body.x + (index % 2) * (page.body.width - width),
    y: page.body.y,
    height: page.body.height,
  }))
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, index) => [
    ...(columns[2 * index] ?? []),
    ...(columns[2 * index + 1] ?? []),
  ])
}
