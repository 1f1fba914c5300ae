/**
 * Into which pages a laid out poster is cut: one, the sheets of an office printer, or lengths of a roll that a PDF can
 * hold. Kept from the layout, which knows no pages, and from the renderer, which takes them as they come.
 */
import { tileLabels } from '../i18n/tileLabels.ts'
import type { Locale } from '../i18n/locales.ts'
import type { FontMetrics } from '../layout/font/fontMetrics.ts'
import type { TilePaper } from '../layout/poster/posterSheets.ts'
import type { Rect, Scene } from '../layout/scene.ts'
import { POSTER_THEME } from '../layout/theme.ts'
import { LONGEST_PAGE_MM } from './posterJob.ts'
import { printShopPage } from './printShopPage.ts'
import { TILE_SHEETS, tileScene } from './tiles/tileScene.ts'

export interface PosterPages {
  readonly pages: readonly Scene[]
  readonly parts: readonly Rect[]
}

/** What neighbouring lengths of a roll share, in millimetres. */
const ROLL_OVERLAP = 20
/** Room for marks and names beside a length of a roll. */
const ROLL_MARGIN = 10

export interface PageChoices {
  readonly tiles: TilePaper | null
  /** With bleed and crop marks; tiles have their own marks. */
  readonly forPrintShop: boolean
  readonly locale: Locale
}

export function pagesOfPoster(
  scene: Scene,
  { tiles, forPrintShop, locale }: PageChoices,
  metrics: FontMetrics,
): PosterPages {
  if (tiles !== null) return tileScene(scene, TILE_SHEETS[tiles], tileLabels(locale), metrics)
  const page = forPrintShop ? printShopPage(scene, POSTER_THEME.board) : scene
  if (page.width <= LONGEST_PAGE_MM) return { pages: [page], parts: [] }
  const sheet = {
    width: LONGEST_PAGE_MM,
    height: scene.height + 2 * ROLL_MARGIN,
    margin: ROLL_MARGIN,
    overlap: ROLL_OVERLAP,
  }
  const { pages, parts } = tileScene(scene, sheet, tileLabels(locale), metrics)
  return { pages: pages.slice(1), parts }
}
