/** What fits on the paper and what does not, said before anything is printed. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import type { PosterPreviewed } from './posterTools.ts'
import { readingMetres } from './posterWish.logic.ts'

const round = (points: number) => Math.round(points * 10) / 10

export function PosterNumbers({ poster }: { readonly poster: PosterPreviewed }) {
  const t = useTranslate()
  const { report, missing } = poster
  const size = round(report.textSize)
  return (
    <div className="et-stack" aria-live="polite">
      <p className="et-poster-numbers__size">
        {t('posterDialog.paperSize', { width: Math.round(report.width), height: Math.round(report.height) })}
      </p>
      {poster.pages > 1 ? <p>{t('posterDialog.pages', { n: poster.pages })}</p> : null}
      <p>
        {t('posterDialog.facts', {
          shown: report.cardsShown,
          all: report.cardsInAll,
          columns: report.columns,
        })}
      </p>
      <p>
        {t('posterDialog.textSize', {
          size,
          metres: readingMetres(report.textSize),
          smallest: round(report.smallestText),
        })}
      </p>
      {report.fits || report.wantedSize === null ? null : (
        <Callout tone="warning">
          <p>{t('posterDialog.tooLarge', { wanted: report.wantedSize, size })}</p>
        </Callout>
      )}
      {report.legible ? null : (
        <Callout tone="warning">
          <p>{t('posterDialog.illegible', { size })}</p>
        </Callout>
      )}
      {missing.length === 0 ? null : (
        <Callout tone="warning">
          <p>{t('posterDialog.missing', { n: missing.length, characters: missing.join(' ') })}</p>
        </Callout>
      )}
    </div>
  )
}
