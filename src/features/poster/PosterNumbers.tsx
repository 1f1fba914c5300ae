/** What fits on the paper and what does not, said before anything is printed. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import type { PicturesShown, PosterPreviewed } from './posterTools.ts'
import { readingMetres } from './posterWish.logic.ts'

const round = (points: number) => Math.round(points * 10) / 10

export function PosterNumbers({ poster }: { readonly poster: PosterPreviewed }) {
  const t = useTranslate()
  const { report, missing, unjoined, pictures } = poster
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
      <PictureNumbers pictures={pictures} />
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
      {unjoined.length === 0 ? null : (
        <Callout tone="warning">
          <p>{t('posterDialog.unjoined', { characters: unjoined.join(' ') })}</p>
        </Callout>
      )}
      {missing.length === 0 ? null : (
        <Callout tone="warning">
          <p>{t('posterDialog.missing', { n: missing.length, characters: missing.join(' ') })}</p>
          <p>{t('posterDialog.missingHelp')}</p>
        </Callout>
      )}
    </div>
  )
}

function PictureNumbers({ pictures }: { readonly pictures: PicturesShown }) {
  const t = useTranslate()
  const { count, missing, most } = pictures
  if (count === 0) return null
  const size = Math.ceil(most / 100_000) / 10
  return (
    <>
      <p>{t('posterDialog.pictures', { n: count, size })}</p>
      {missing === 0 ? null : (
        <Callout tone="warning">
          <p>{t('posterDialog.picturesMissing', { n: missing })}</p>
        </Callout>
      )}
    </>
  )
}
