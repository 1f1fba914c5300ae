/** What stands around every sheet: the workshop above, the day and the number of the page below. */
import { sidesOf } from '../../layout/sheetKinds.ts'
import type { Rect, Scene, SceneOp } from '../../layout/scene.ts'
import { setAt, setInside, type SheetSource, type Style } from './sheetSource.ts'

const SMALL = 8
const HEAD = 10
const FOOT = 9

export interface SheetPage {
  readonly width: number
  readonly height: number
  /** Where content goes. */
  readonly body: Rect
  readonly margin: number
  /** 1 on A4; what stands around a large sheet is larger too. */
  readonly growth: number
}

export function sheetPage(source: SheetSource, orientation: 'portrait' | 'landscape'): SheetPage {
  const [short, long] = sidesOf(source.wish.paper)
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  const margin = Math.max(13, short / 26)
  const growth = Math.max(1, 0.5 + short / 420)
  const body = {
    x: margin,
    y: margin + HEAD * growth,
    width: width - 2 * margin,
    height: height - 2 * margin - (HEAD + FOOT) * growth,
  }
  return { width, height, body, margin, growth }
}

/** Pages with their frames; `contents` has the ops of each page. */
export function framedPages(
  source: SheetSource,
  page: SheetPage,
  kind: string,
  contents: readonly (readonly SceneOp[])[],
): readonly Scene[] {
  return contents.map((ops, index) => ({
    width: page.width,
    height: page.height,
    ops: [
      { kind: 'rect', x: 0, y: 0, width: page.width, height: page.height, fill: source.theme.board },
      ...(index === 0 ? [{ kind: 'bookmark', title: kind, y: 0, level: 0 } as const] : []),
      ...frameOps(source, page, kind, { n: index + 1, all: contents.length }),
      ...ops,
    ],
  }))
}

function frameOps(
  source: SheetSource,
  { width, height, margin, growth }: SheetPage,
  kind: string,
  { n, all }: { readonly n: number; readonly all: number },
): readonly SceneOp[] {
  const { t, theme } = source
  const inner = width - 2 * margin
  const quiet: Style = { points: SMALL * growth, colour: theme.quietInk }
  const left = { x: margin, y: margin, width: inner * 0.36, height: (HEAD - 3) * growth }
  const right = { ...left, x: margin + inner * 0.4, width: inner * 0.6, align: 'right' as const }
  const foot = { x: margin, y: height - margin - (FOOT - 4) * growth, width: inner / 2 }
  return [
    ...setInside(source, kind, { ...quiet, font: 'bold' }, left).ops,
    ...setInside(source, titleLine(source), quiet, right).ops,
    {
      kind: 'rect',
      x: margin,
      y: margin + (HEAD - 3) * growth,
      width: inner,
      height: 0.35,
      fill: theme.sheetEdge,
    },
    ...setAt(source, source.date, quiet, foot).ops,
    ...setAt(source, t('sheets.page', { n, all }), quiet, {
      ...foot,
      x: margin + inner / 2,
      align: 'right',
    }).ops,
  ]
}

/** Workshop and journey; once when they are called the same. */
export function titleLine({ snapshot, journey, labels }: SheetSource): string {
  const title = journey.title || labels.unnamedJourney
  const workshop = snapshot.meta.title
  return workshop === '' || workshop === title ? title : `${workshop} · ${title}`
}
