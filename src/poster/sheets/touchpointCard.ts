/** A touchpoint in short: a box with its picture, name, marks, who answers for it, how it is rated and what was said. */
import { moveOps } from '../../layout/ops/moveOps.ts'
import type { SceneOp } from '../../layout/scene.ts'
import type { Touchpoint } from '../../model/records/touchpoint.ts'
import { factPieces } from './factPieces.ts'
import { flowPieces, type Piece } from './flowPieces.ts'
import { pictureFrame } from './pictureFrame.ts'
import { scalePieces } from './scalePieces.ts'
import { setAt, type SheetSource } from './sheetSource.ts'
import { BODY, linePieces, listPieces } from './textPieces.ts'
import { cardGroups, ownerOf, usesOf, valuesOf } from './touchpointContent.ts'
import { channelName, markOps } from './touchpointMarks.ts'

const PAD = 4
const PICTURE = { width: 30, height: 26 }
/** What people come to such a card for. */
const SHOWN = ['painPoints', 'momentsOfTruth', 'ideas']

export interface TouchpointCard {
  readonly box: Piece
  /** The same without a box, to be torn where a page ends. */
  readonly lines: readonly Piece[]
}

export function touchpointCard(source: SheetSource, touchpoint: Touchpoint, width: number): TouchpointCard {
  const { theme, t, snapshot } = source
  const inner = width - 2 * PAD
  const uses = usesOf(source, touchpoint.id)
  const phases = [...new Set(uses.map(({ phase }) => phase))].join(', ')
  const owner = ownerOf(snapshot, touchpoint)
  const groups = cardGroups(source, touchpoint.id, uses).filter(({ kind }) => SHOWN.includes(kind))
  const rest = [
    ...(phases === '' ? [] : factPieces(source, t('sheets.phases'), phases, inner)),
    ...(owner === '' ? [] : factPieces(source, t('touchpoints.owner'), owner, inner)),
    ...scalePieces(source, valuesOf(snapshot, 'touchpoint', touchpoint.id), inner),
    ...groups.flatMap(({ title, texts }) => [
      ...linePieces(source, title, { points: 9, font: 'bold' }, inner, { gap: 2.4 }).map((piece) => ({
        ...piece,
        keep: true,
      })),
      ...listPieces(source, texts, inner),
    ]),
  ]
  const lines = [head(source, touchpoint, inner), ...rest]
  const { columns, lastHeight } = flowPieces(lines, () => ({ x: PAD, y: PAD, height: Number.MAX_VALUE }))
  const height = lastHeight + 2 * PAD
  const edge = { x: 0.2, y: 0.2, width: width - 0.4, height: height - 0.4, radius: 2 }
  const ops: readonly SceneOp[] = [
    { kind: 'rect', ...edge, fill: theme.sheet, stroke: theme.markEdge, strokeWidth: 0.35 },
    ...(columns[0] ?? []),
  ]
  return { box: { height, ops }, lines: [...plainHead(source, touchpoint, inner), ...rest] }
}

/** The head as lines of text, for names that are as long as a story. */
export function plainHead(source: SheetSource, touchpoint: Touchpoint, width: number): readonly Piece[] {
  const { t, labels } = source
  const { form, painPoint, momentOfTruth } = touchpoint
  const marks = [
    channelName(source, touchpoint),
    form === null ? '' : t(form === 'digital' ? 'touchpoints.formDigital' : 'touchpoints.formPhysical'),
    painPoint ? labels.painPoint : '',
    momentOfTruth ? labels.momentOfTruth : '',
  ]
  const picture = pictureFrame(source, touchpoint.pictureId, { width, height: PICTURE.height })
  return [
    ...linePieces(source, touchpoint.name, { ...BODY, font: 'bold' }, width, { gap: 6 }),
    ...linePieces(source, marks.filter((mark) => mark !== '').join(', '), BODY, width, { gap: 1 }),
    ...(picture === null ? [] : [{ height: picture.height, ops: picture.ops, gap: 2 }]),
  ]
}

function head(source: SheetSource, touchpoint: Touchpoint, inner: number): Piece {
  const picture = pictureFrame(source, touchpoint.pictureId, PICTURE)
  const width = inner - (picture === null ? 0 : picture.width + 3)
  const name = touchpoint.name || source.t('touchpoints.unnamed')
  const title = setAt(source, name, { points: 13, font: 'bold', lineHeight: 1.2 }, { x: 0, y: 0, width })
  const marks = markOps(source, touchpoint, { x: 0, y: title.height + 2, width })
  return {
    height: Math.max(title.height + 2 + marks.height, picture?.height ?? 0),
    ops: [
      ...title.ops,
      ...marks.ops,
      ...(picture === null ? [] : moveOps(picture.ops, inner - picture.width, 0)),
    ],
  }
}
