/** The workshops in this device's bin: back with one tap, gone only when somebody says so. */
import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './BinDialog.css'

export interface BinDialogProps {
  readonly entries: readonly WorkshopEntry[]
  readonly onClose: () => void
  readonly onRestore: (entry: WorkshopEntry) => void
  readonly onDelete: (entry: WorkshopEntry) => void
}

export function BinDialog({ entries, onClose, onRestore, onDelete }: BinDialogProps) {
  const t = useTranslate()
  return (
    <Dialog open onClose={onClose} title={t('home.binTitle')} description={t('home.binHint')}>
      {entries.length === 0 ? <p>{t('home.binEmpty')}</p> : null}
      <ul className="et-bin-list">
        {entries.map((entry) => (
          <li key={entry.workshopId}>
            <span className="et-bin-list__title">
              {entry.title === '' ? t('home.untitled') : entry.title}
            </span>
            <Button icon={<ArchiveRestore />} onClick={() => onRestore(entry)}>
              {t('common.restore')}
            </Button>
            <Button tone="danger" icon={<Trash2 />} onClick={() => onDelete(entry)}>
              {t('home.deleteForGood')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="et-bin-list__hint">{t('home.deleteForGoodHint')}</p>
    </Dialog>
  )
}
