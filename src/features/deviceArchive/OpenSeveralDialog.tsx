/** Several workshop files, each with what taking it in would do, before anything is changed. */
import { FolderInput } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import './OpenSeveralDialog.css'

export interface ArchiveRow {
  readonly name: string
  readonly status: string
  readonly isBad: boolean
}

export interface OpenSeveralDialogProps {
  /** A zip of everything; else they were picked or dropped together. */
  readonly isOneFile: boolean
  readonly rows: readonly ArchiveRow[]
  readonly phase: 'looking' | 'asking' | 'taking' | 'taken'
  /** 0 to 1, of looking or taking. */
  readonly done: number
  /** How many can be taken in. */
  readonly takeable: number
  readonly onTakeAll: () => void
  /** Shows the workshop into which all of them went; null when there are several. */
  readonly onOpen: (() => void) | null
  readonly onClose: () => void
}

export function OpenSeveralDialog(props: OpenSeveralDialogProps) {
  const { isOneFile, rows, phase, done, takeable, onOpen } = props
  const t = useTranslate()
  const isTaking = phase === 'taking'
  return (
    <Dialog
      open
      size="m"
      title={t(isOneFile ? 'deviceArchive.openTitle' : 'deviceArchive.severalTitle')}
      onClose={isTaking ? () => undefined : props.onClose}
      footer={
        <>
          <Button disabled={isTaking} onClick={props.onClose}>
            {t(phase === 'taken' ? 'common.close' : 'common.cancel')}
          </Button>
          {phase === 'taken' && onOpen !== null ? (
            <Button tone="primary" onClick={onOpen}>
              {t('workshopFile.openAnyway')}
            </Button>
          ) : null}
          {phase === 'taken' ? null : (
            <Button
              tone="primary"
              icon={<FolderInput />}
              disabled={phase !== 'asking' || takeable === 0}
              onClick={props.onTakeAll}
            >
              {t('deviceArchive.takeAll')}
            </Button>
          )}
        </>
      }
    >
      <div className="et-stack">
        <p>
          {phase === 'taken'
            ? t('deviceArchive.takenAll')
            : t(isOneFile ? 'deviceArchive.openText' : 'deviceArchive.severalText', { n: rows.length })}
        </p>
        {phase === 'looking' ? <Progress label={t('deviceArchive.looking')} value={done} /> : null}
        {isTaking ? <Progress label={t('deviceArchive.taking')} value={done} /> : null}
        <ul className="et-archive">
          {rows.map(({ name, status, isBad }) => (
            <li key={name} className={isBad ? 'et-archive__row et-archive__row--bad' : 'et-archive__row'}>
              <span className="et-archive__name">{name}</span>
              <span className="et-archive__status">{status}</span>
            </li>
          ))}
        </ul>
        {rows.some(({ isBad }) => isBad) ? <p>{t('deviceArchive.openAlone')}</p> : null}
      </div>
    </Dialog>
  )
}
