/** Everything on this device in one step: what it is, how far it is, and what became of each workshop. */
import { PackageCheck } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'

export type ExportAllState =
  | { readonly phase: 'asking' }
  | { readonly phase: 'working'; readonly done: number }
  | { readonly phase: 'failed'; readonly reason: string }
  | {
      readonly phase: 'done'
      readonly workshops: number
      readonly missingPictures: number
      /** Titles with the reason in words. */
      readonly leftOut: readonly { readonly title: string; readonly reason: string }[]
      /** Titles of those of which only the second copy could be read. */
      readonly secondCopies: readonly string[]
    }

export interface ExportAllDialogProps {
  readonly state: ExportAllState
  readonly onStart: () => void
  readonly onClose: () => void
}

export function ExportAllDialog({ state, onStart, onClose }: ExportAllDialogProps) {
  const t = useTranslate()
  const isWorking = state.phase === 'working'
  return (
    <Dialog
      open
      size="m"
      title={t('deviceArchive.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(isWorking ? 'common.cancel' : 'common.close')}</Button>
          {state.phase === 'done' ? null : (
            <Button tone="primary" icon={<PackageCheck />} disabled={isWorking} onClick={onStart}>
              {t('deviceArchive.start')}
            </Button>
          )}
        </>
      }
    >
      <div className="et-stack">
        <p>{t('deviceArchive.intro')}</p>
        <Outcome state={state} />
      </div>
    </Dialog>
  )
}

function Outcome({ state }: { readonly state: ExportAllState }) {
  const t = useTranslate()
  switch (state.phase) {
    case 'asking':
      return null
    case 'working':
      return <Progress label={t('deviceArchive.working')} value={state.done} />
    case 'failed':
      return (
        <Callout tone="error">
          <p>{state.reason}</p>
        </Callout>
      )
    case 'done':
      return (
        <>
          <Callout>
            <p>
              {state.workshops === 0
                ? t('deviceArchive.nothing')
                : t('deviceArchive.done', { n: state.workshops })}
            </p>
            {state.missingPictures === 0 ? null : (
              <p>{t('deviceArchive.missingPictures', { n: state.missingPictures })}</p>
            )}
          </Callout>
          {state.secondCopies.length === 0 ? null : (
            <Callout tone="warning">
              <p>{t('deviceArchive.secondCopies', { titles: state.secondCopies.join(', ') })}</p>
            </Callout>
          )}
          {state.leftOut.length === 0 ? null : (
            <Callout tone="error" title={t('deviceArchive.leftOutTitle')}>
              <ul>
                {state.leftOut.map(({ title, reason }, index) => (
                  // Titles repeat.
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={index}>{`${title}: ${reason}`}</li>
                ))}
              </ul>
            </Callout>
          )}
        </>
      )
  }
}
