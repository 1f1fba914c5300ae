/** Why there is no poster, in words: what happened, what is safe, what to do. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import type { PosterFailure } from './posterTools.ts'

export function FailureText({ failure }: { readonly failure: PosterFailure }) {
  const t = useTranslate()
  const words = () => {
    switch (failure.code) {
      case 'page-too-long':
        return t('posterDialog.failedTooLong', {
          width: Math.round(failure.width),
          longest: failure.longest,
        })
      case 'busy':
        return t('posterDialog.failedBusy')
      case 'fonts':
        return t('posterDialog.failedFonts')
      case 'nothing-picked':
        return t('posterDialog.nothingPicked')
      case 'no-journey':
        return t('posterDialog.noJourney')
      case 'cancelled':
      case 'failed':
        return t('posterDialog.failed')
    }
  }
  return <Callout tone="error" title={words()} />
}
