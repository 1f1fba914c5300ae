/**
 * Taking a workshop off this device: first what a comparison found, then either the one button, or why not yet and the
 * way out. Nothing here removes anything by itself.
 */
import { Download, RefreshCw, RotateCw, SearchCheck, Trash2 } from 'lucide-react'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { Progress } from '../../ui/Progress.tsx'
import type { HandBackFileProblem, HandBackReason } from './handBackReason.ts'

export type HandBackState =
  | { readonly phase: 'checking' }
  | { readonly phase: 'onRelay'; readonly host: string; readonly pictures: number }
  | {
      readonly phase: 'onlyHere'
      readonly reason: HandBackReason
      readonly file: 'none' | 'reading' | HandBackFileProblem
    }
  | { readonly phase: 'inFile' }
  | { readonly phase: 'removing' }
  | { readonly phase: 'failed'; readonly reason: string }

export interface HandBackDialogProps {
  readonly title: string
  readonly state: HandBackState
  readonly isModerator: boolean
  readonly onSave: () => void
  /** The file that was saved, as the person finds it. */
  readonly onFile: (file: File) => void
  readonly onCompare: () => void
  /** Reads the device anew, from the beginning. */
  readonly onReload: () => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

export function HandBackDialog(props: HandBackDialogProps) {
  const t = useTranslate()
  const { state, title, isModerator } = props
  const mayRemove = state.phase === 'onRelay' || state.phase === 'inFile'
  const isBusy = state.phase === 'removing'
  return (
    <Dialog
      open
      size="m"
      title={t('handBack.title', { title })}
      onClose={isBusy ? () => undefined : props.onClose}
      footer={
        <>
          <Button disabled={isBusy} onClick={props.onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="danger" icon={<Trash2 />} disabled={!mayRemove} onClick={props.onRemove}>
            {t('handBack.remove')}
          </Button>
        </>
      }
    >
      <div className="et-stack">
        <p>{t('handBack.intro')}</p>
        <Finding {...props} />
        {isModerator && mayRemove ? (
          <Callout tone="warning" title={t('handBack.moderatorTitle')}>
            <p>{t('handBack.moderatorText')}</p>
          </Callout>
        ) : null}
      </div>
    </Dialog>
  )
}

function Finding(props: HandBackDialogProps) {
  const t = useTranslate()
  const { state } = props
  switch (state.phase) {
    case 'checking':
      return <Progress label={t('handBack.checking')} />
    case 'removing':
      return <Progress label={t('handBack.removing')} />
    case 'onRelay': {
      const { host, pictures } = state
      return (
        <Callout title={t('handBack.safeTitle')}>
          <p>
            {pictures === 0
              ? t('handBack.safeTextNoPictures', { host })
              : t('handBack.safeText', { host, n: pictures })}
          </p>
        </Callout>
      )
    }
    case 'inFile':
      return (
        <Callout title={t('handBack.fileSafeTitle')}>
          <p>{t('handBack.fileSafeText')}</p>
        </Callout>
      )
    case 'onlyHere':
      return state.reason.code === 'damaged' ? (
        <Damaged {...props} />
      ) : (
        <WayOut {...props} reason={state.reason} file={state.file} />
      )
    case 'failed':
      return (
        <Callout tone="error" actions={<CompareAgain onCompare={props.onCompare} />}>
          <p>{state.reason}</p>
        </Callout>
      )
  }
}

/** No file stands for what could not be read: it may be saved, but it gives no leave to remove. */
function Damaged({ onSave, onReload }: HandBackDialogProps) {
  const t = useTranslate()
  return (
    <Callout
      tone="warning"
      title={t('handBack.onlyHereTitle')}
      actions={
        <>
          <Button icon={<RotateCw />} onClick={onReload}>
            {t('app.reload')}
          </Button>
          <Button icon={<Download />} onClick={onSave}>
            {t('health.saveCopy')}
          </Button>
        </>
      }
    >
      <p>{t('handBack.damaged')}</p>
    </Callout>
  )
}

interface WayOutProps extends HandBackDialogProps {
  readonly reason: HandBackReason
  readonly file: Extract<HandBackState, { phase: 'onlyHere' }>['file']
}

function WayOut({ reason, file, onSave, onFile, onCompare }: WayOutProps) {
  const t = useTranslate()
  const problem = file === 'none' || file === 'reading' ? null : file
  return (
    <>
      <Callout
        tone="warning"
        title={t('handBack.onlyHereTitle')}
        actions={reason.code === 'noRelay' ? undefined : <CompareAgain onCompare={onCompare} />}
      >
        <p>{reasonOf(t, reason)}</p>
      </Callout>
      {reason.code === 'notOpened' ? null : (
        <>
          <p>{t('handBack.wayOut')}</p>
          <div className="et-row">
            <Button tone="primary" icon={<Download />} onClick={onSave}>
              {t('handBack.save')}
            </Button>
            <FilePicker
              label={t('handBack.pick')}
              icon={<SearchCheck />}
              disabled={file === 'reading'}
              onFiles={([picked]) => (picked === undefined ? undefined : onFile(picked))}
            />
          </div>
          {file === 'reading' ? <Progress label={t('handBack.checkingFile')} /> : null}
          {problem === null ? null : (
            <Callout tone="error">
              <p>{t(FILE_PROBLEMS[problem])}</p>
            </Callout>
          )}
        </>
      )}
    </>
  )
}

function CompareAgain({ onCompare }: { readonly onCompare: () => void }) {
  const t = useTranslate()
  return (
    <Button icon={<RefreshCw />} onClick={onCompare}>
      {t('handBack.tryAgain')}
    </Button>
  )
}

const FILE_PROBLEMS = {
  unreadable: 'handBack.fileUnreadable',
  otherWorkshop: 'handBack.fileOtherWorkshop',
  incomplete: 'handBack.fileIncomplete',
  setAside: 'handBack.fileSetAside',
  pictures: 'handBack.filePictures',
} as const satisfies Readonly<Record<HandBackFileProblem, string>>

function reasonOf(t: Translate, reason: HandBackReason): string {
  switch (reason.code) {
    case 'noRelay':
    case 'damaged':
      return t(`handBack.${reason.code}`)
    case 'offline':
    case 'unconfirmed':
    case 'differs':
      return t(`handBack.${reason.code}`, { host: reason.host })
    case 'refused':
      return t('handBack.refused', { host: reason.host, reason: reason.reason })
    case 'pending':
    case 'pictures':
      return t(`handBack.${reason.code}`, { host: reason.host, n: reason.n })
    case 'setAside':
      return t('handBack.setAside', { n: reason.n })
    case 'notOpened':
      return t('handBack.notOpened', { reason: reason.reason })
  }
}
