/** Makes a poster: choices on one side, exactly what will be printed on the other, the numbers before the print. */
import { useMemo, useState } from 'react'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { Loading } from '../../ui/Loading.tsx'
import { posterFileName } from './fileNames.ts'
import { FailureText } from './FailureText.tsx'
import { PosterForm } from './PosterForm.tsx'
import { PosterNumbers } from './PosterNumbers.tsx'
import { PosterPicture } from './PosterPicture.tsx'
import type { PosterTools } from './posterTools.ts'
import type { PosterWish } from './posterWish.logic.ts'
import { PrintButton } from './PrintButton.tsx'
import { usePosterPreview } from './usePosterPreview.ts'
import { usePosterPrint } from './usePosterPrint.ts'
import './Poster.css'

export function PosterPanel({ tools }: { readonly tools: PosterTools }) {
  const t = useTranslate()
  const locale = useLocale()
  const [wish, setWish] = useState<PosterWish>({
    paper: 'A0',
    orientation: 'landscape',
    readingSize: null,
    tiles: null,
    split: 'one',
    style: 'colour',
    forPrintShop: false,
    edition: 'all',
    phaseIds: null,
    laneIds: null,
    views: 'both',
    locale,
    showAuthors: false,
    showSingleRatings: false,
    withCode: false,
    withLogo: true,
    withColour: true,
  })
  const preview = usePosterPreview(tools, wish)
  const { house } = tools
  // Another logo or font is another file too, though the picture may look the same.
  const choices = useMemo(() => ({ wish, house }), [wish, house])
  const poster = preview.kind === 'ready' ? preview.poster : preview.kind === 'working' ? preview.last : null
  const print = usePosterPrint(tools.print, { choices, shown: poster })
  const start = () => {
    if (poster === null) return
    print.start(wish, posterFileName(poster, wish, t))
  }
  return (
    <div className="et-poster">
      <div className="et-poster__choices et-stack">
        <PosterForm
          wish={wish}
          offer={tools.offer}
          hasLink={tools.hasLink}
          house={house}
          onChange={(change) => setWish({ ...wish, ...change })}
        />
        {poster === null ? null : <PosterNumbers poster={poster} />}
        <div className="et-poster__make">
          <PrintButton print={print} isReady={preview.kind === 'ready'} onStart={start} />
        </div>
      </div>
      <div className="et-poster__preview" aria-busy={preview.kind === 'working'}>
        {preview.kind === 'failed' ? <FailureText failure={preview.failure} /> : null}
        {poster === null ? (
          preview.kind === 'working' && <Loading label={t('posterDialog.composing')} />
        ) : (
          <PosterPicture poster={poster} draw={tools.draw} />
        )}
      </div>
    </div>
  )
}
