/** Paper that is no poster: what to print on one side, its pages on the other, then the file. */
import { useState } from 'react'
import { useLocale, useTranslate } from '../../../i18n/useTranslate.ts'
import { USUAL_WISH } from '../../../layout/sheetKinds.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { FailureText } from '../FailureText.tsx'
import { sheetFileName } from '../fileNames.ts'
import { PosterPicture } from '../PosterPicture.tsx'
import { PrintButton } from '../PrintButton.tsx'
import { usePosterPreview } from '../usePosterPreview.ts'
import { usePosterPrint } from '../usePosterPrint.ts'
import { SheetForm } from './SheetForm.tsx'
import type { SheetOrder, SheetsPreviewed, SheetTools } from './sheetTools.ts'
import '../Poster.css'

export function SheetsPanel({ tools }: { readonly tools: SheetTools }) {
  const t = useTranslate()
  const locale = useLocale()
  const [order, setOrder] = useState<SheetOrder>({ ...USUAL_WISH, style: 'colour', locale })
  const preview = usePosterPreview(tools, order)
  const sheets = preview.kind === 'ready' ? preview.poster : preview.kind === 'working' ? preview.last : null
  const print = usePosterPrint(tools.print, { choices: order, shown: sheets })
  return (
    <div className="et-poster">
      <div className="et-poster__choices et-stack">
        <SheetForm
          order={order}
          offer={tools.offer}
          onChange={(change) => setOrder({ ...order, ...change })}
        />
        {sheets === null ? null : <SheetFacts sheets={sheets} />}
        <div className="et-poster__make">
          <PrintButton
            print={print}
            isReady={preview.kind === 'ready'}
            onStart={() => {
              if (sheets !== null) print.start(order, sheetFileName(sheets.title))
            }}
          />
        </div>
      </div>
      <div className="et-poster__preview" aria-busy={preview.kind === 'working'}>
        {preview.kind === 'failed' ? <FailureText failure={preview.failure} /> : null}
        {sheets === null ? (
          preview.kind === 'working' && <Loading label={t('paper.composing')} />
        ) : (
          <PosterPicture poster={sheets} draw={tools.draw} />
        )}
      </div>
    </div>
  )
}

function SheetFacts({ sheets }: { readonly sheets: SheetsPreviewed }) {
  const t = useTranslate()
  const { pages, missing, withCodes } = sheets
  return (
    <div className="et-stack" aria-live="polite">
      <p>{t('paper.pages', { n: pages })}</p>
      {withCodes === true ? <p>{t('paper.withCodes')}</p> : null}
      {withCodes === false ? (
        <Callout tone="warning">
          <p>{t('paper.withoutCodes')}</p>
        </Callout>
      ) : null}
      {missing.length === 0 ? null : (
        <Callout tone="warning">
          <p>{t('posterDialog.missing', { n: missing.length, characters: missing.join(' ') })}</p>
        </Callout>
      )}
    </div>
  )
}
