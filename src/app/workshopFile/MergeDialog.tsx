/** Before a file is merged: what will come in, counted, and what does not happen. */
import type { MergePreview } from '../../exchange/workshopFile/mergeWorkshopFile.ts'
import type { WorkshopFile } from '../../exchange/workshopFile/workshopFile.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatTime } from '../../ui/formatWhen.ts'
import { labelChanges } from './kindLabels.ts'
import './MergeDialog.css'

export interface MergeDialogProps {
  readonly file: WorkshopFile
  readonly title: string
  /** Null while the workshop lies in the bin. */
  readonly preview: MergePreview | null
  readonly newMedia: number
  readonly onMerge: () => void
  readonly onClose: () => void
}

export function MergeDialog({ file, title, preview, newMedia, onMerge, onClose }: MergeDialogProps) {
  const t = useTranslate()
  const locale = useLocale()
  const hasNews = preview === null || preview.bringsChanges || newMedia > 0
  return (
    <Dialog
      open
      size="m"
      title={t('workshopFile.mergeTitle', { title })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" onClick={onMerge}>
            {t(hasNews ? 'workshopFile.mergeDo' : 'workshopFile.openAnyway')}
          </Button>
        </>
      }
    >
      <div className="et-stack">
        {hasNews ? <p>{t('workshopFile.mergeText')}</p> : <p>{t('workshopFile.nothingNew')}</p>}
        {preview === null ? <Callout tone="info">{t('workshopFile.mergeBinned')}</Callout> : null}
        {preview?.needsNewerApp === true ? (
          <Callout tone="warning">{t('workshopFile.mergeNewerApp')}</Callout>
        ) : null}
        {preview?.bringsChanges === true ? <ChangesTable preview={preview} /> : null}
        {newMedia > 0 ? <p>{t('workshopFile.mergePictures', { n: newMedia })}</p> : null}
        <p className="et-merge__from">
          {t('workshopFile.mergeFrom', { when: formatTime(locale, file.createdAt), app: file.appVersion })}
        </p>
      </div>
    </Dialog>
  )
}

function ChangesTable({ preview }: { readonly preview: MergePreview }) {
  const t = useTranslate()
  const rows = labelChanges(preview.changes)
  if (rows.length === 0) return <p>{t('workshopFile.mergeQuiet')}</p>
  return (
    <table className="et-merge__table">
      <thead>
        <tr>
          <th scope="col">{t('workshopFile.mergeKind')}</th>
          <th scope="col">{t('workshopFile.mergeAdded')}</th>
          <th scope="col">{t('workshopFile.mergeChanged')}</th>
          <th scope="col">{t('workshopFile.mergeDeleted')}</th>
          <th scope="col">{t('workshopFile.mergeRestored')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, added, changed, binned, restored }) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
            <Count n={added} />
            <Count n={changed} />
            <Count n={binned} />
            <Count n={restored} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ n }: { readonly n: number }) {
  return <td>{n === 0 ? '–' : n}</td>
}
