/** What becomes of the files that somebody opened: progress, then the map, or a list of what to repair. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import './ImportDialog.css'

/** One thing to repair, with its place as it is in the file. */
export interface ImportTrouble {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly text: string
}

export type ImportState =
  | { readonly phase: 'working'; readonly done: number; readonly canCancel: boolean }
  | { readonly phase: 'troubles'; readonly troubles: readonly ImportTrouble[] }
  /** The map is there; what the files held besides, or what was left out. */
  | { readonly phase: 'notices'; readonly notices: readonly ImportTrouble[]; readonly onGo: () => void }

export interface ImportDialogProps {
  readonly state: ImportState
  readonly onCancel: () => void
  readonly onAgain: () => void
}

function TroubleTable({ troubles }: { readonly troubles: readonly ImportTrouble[] }) {
  const t = useTranslate()
  return (
    <div className="et-troubles">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('home.importFile')}</th>
            <th scope="col">{t('home.importLine')}</th>
            <th scope="col">{t('home.importColumn')}</th>
            <th scope="col">{t('home.importProblem')}</th>
          </tr>
        </thead>
        <tbody>
          {troubles.map((trouble) => (
            <tr key={`${trouble.file}|${String(trouble.line)}|${trouble.column ?? ''}|${trouble.text}`}>
              <td>{trouble.file}</td>
              <td className="et-troubles__line">{trouble.line}</td>
              <td>{trouble.column}</td>
              <td>{trouble.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Notices({ notices, onGo }: Pick<Extract<ImportState, { phase: 'notices' }>, 'notices' | 'onGo'>) {
  const t = useTranslate()
  return (
    <Dialog
      open
      size="l"
      title={t('home.importNotices', { n: notices.length })}
      onClose={onGo}
      footer={
        <Button tone="primary" onClick={onGo}>
          {t('join.go')}
        </Button>
      }
    >
      <TroubleTable troubles={notices} />
    </Dialog>
  )
}

export function ImportDialog({ state, onCancel, onAgain }: ImportDialogProps) {
  const t = useTranslate()
  if (state.phase === 'working') {
    return (
      <Dialog
        open
        size="s"
        title={t('home.importTitle')}
        onClose={state.canCancel ? onCancel : () => undefined}
      >
        <Progress
          label={t(state.canCancel ? 'home.importReading' : 'home.importWriting')}
          value={state.done}
          {...(state.canCancel ? { onCancel } : {})}
        />
      </Dialog>
    )
  }
  if (state.phase === 'notices') return <Notices {...state} />
  return (
    <Dialog
      open
      size="l"
      title={t('home.importTitle')}
      onClose={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{t('common.close')}</Button>
          <Button tone="primary" onClick={onAgain}>
            {t('home.importAgain')}
          </Button>
        </>
      }
    >
      <div className="et-stack">
        <Callout tone="error" title={t('home.importFailed', { n: state.troubles.length })}>
          <p>{t('home.importSafe')}</p>
        </Callout>
        <TroubleTable troubles={state.troubles} />
      </div>
    </Dialog>
  )
}
