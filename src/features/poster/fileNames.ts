/** What finished files are called, in the language of whoever makes them. */
import type { Translate } from '../../i18n/translate.ts'
import type { PosterPreviewed } from './posterTools.ts'
import type { PosterWish } from './posterWish.logic.ts'

/**
 * `Title 1189x841mm.pdf`: the print shop reads the size from the name. Behind it what makes it another file than the
 * poster in one piece, `Title 1189x841mm, one page per phase, on 31 A4 sheets.pdf`: in a folder of downloads they all lie
 * side by side.
 */
export function posterFileName(
  { title, report, pages }: Pick<PosterPreviewed, 'title' | 'report' | 'pages'>,
  { split, tiles }: Pick<PosterWish, 'split' | 'tiles'>,
  t: Translate,
): string {
  const parts = [
    `${safeName(title)} ${Math.round(report.width)}x${Math.round(report.height)}mm`,
    ...(split === 'one' ? [] : [t(SPLIT_NAMES[split])]),
    ...(tiles === null ? [] : [t('posterDialog.nameTiles', { n: pages, paper: tiles })]),
  ]
  return `${parts.join(', ')}.pdf`
}

const SPLIT_NAMES = { two: 'posterDialog.nameTwo', phases: 'posterDialog.namePhases' } as const

export function sheetFileName(title: string): string {
  return `${safeName(title)}.pdf`
}

/** Characters that file systems refuse are left out. */
function safeName(title: string): string {
  const safe = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim()
  return safe === '' ? 'Poster' : safe
}
