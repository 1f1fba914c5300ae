/**
 * From choices to a file: the button, the progress, the finished PDF, or why there is none. When others went on writing
 * after it was made, making it again comes first, but the file stays: in a full room there is always somebody writing.
 */
import { Download, FileText, Printer } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { FailureText } from './FailureText.tsx'
import type { PosterPrint } from './usePosterPrint.ts'

export interface PrintButtonProps {
  readonly print: Pick<PosterPrint<never>, 'state' | 'isOutdated' | 'cancel'>
  readonly isReady: boolean
  readonly onStart: () => void
}

export function PrintButton({ print, isReady, onStart }: PrintButtonProps) {
  const t = useTranslate()
  const { state, isOutdated, cancel } = print
  if (state.kind === 'printing') {
    return <Progress label={t('posterDialog.making')} value={state.fraction} onCancel={cancel} />
  }
  return (
    <div className="et-stack">
      {state.kind === 'done' ? <Finished url={state.url} name={state.name} isOutdated={isOutdated} /> : null}
      {state.kind === 'failed' ? <FailureText failure={state.failure} /> : null}
      <Button
        tone={state.kind === 'done' && !isOutdated ? 'secondary' : 'primary'}
        size="l"
        wide
        icon={<Printer />}
        disabled={!isReady}
        onClick={onStart}
      >
        {t('posterDialog.make')}
      </Button>
    </div>
  )
}

interface FinishedProps {
  readonly url: string
  readonly name: string
  readonly isOutdated: boolean
}

function Finished({ url, name, isOutdated }: FinishedProps) {
  const t = useTranslate()
  if (isOutdated) {
    return (
      <Callout
        actions={
          <a className="et-button et-button--secondary et-button--m" href={url} download={name}>
            <Download aria-hidden="true" />
            {t('posterDialog.saveEarlier')}
          </a>
        }
      >
        <p>{t('posterDialog.earlier', { name })}</p>
      </Callout>
    )
  }
  return (
    <Callout
      title={t('posterDialog.done', { name })}
      actions={
        <>
          <a className="et-button et-button--primary et-button--m" href={url} download={name}>
            <Download aria-hidden="true" />
            {t('posterDialog.save')}
          </a>
          <a
            className="et-button et-button--secondary et-button--m"
            href={url}
            target="_blank"
            rel="noreferrer"
          >
            <FileText aria-hidden="true" />
            {t('posterDialog.open')}
          </a>
        </>
      }
    />
  )
}
