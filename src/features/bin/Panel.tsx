/** What was deleted in this workshop, newest first, with the way back. */
import { ArchiveRestore, PencilLine, Trash2 } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { restoreRecord } from '../../model/commands/restoreRecord.ts'
import { recordTables } from '../../model/schema.ts'
import type { BinnedRecord } from '../../model/select/binnedRecords.ts'
import { binnedRecords } from '../../model/select/binnedRecords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatWhen } from '../../ui/formatWhen.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { ImportList } from './ImportList.tsx'
import { binnedText, kindKey } from './binnedText.logic.ts'
import './Bin.css'

export interface BinPanelProps {
  readonly now: number
  readonly onClose: () => void
}

export function BinPanel({ now, onClose }: BinPanelProps) {
  const t = useTranslate()
  const records = useSnapshot(changedFirst)
  return (
    <Sheet title={t('bin.title')} onClose={onClose} takeFocus>
      {records.length === 0 ? (
        <EmptyState icon={<Trash2 />} title={t('bin.emptyTitle')}>
          <p>{t('bin.emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="et-field__hint">{t('bin.hint')}</p>
          <ul className="et-binned">
            {records.map((record) => (
              <BinnedRow key={record.id} record={record} now={now} />
            ))}
          </ul>
        </>
      )}
      <ImportList now={now} />
    </Sheet>
  )
}

/** What somebody went on writing must not be overlooked among the rest. */
function changedFirst(snapshot: Parameters<typeof binnedRecords>[0]): readonly BinnedRecord[] {
  const all = binnedRecords(snapshot)
  const changed = all.filter(({ isChanged }) => isChanged)
  return changed.length === 0 ? all : [...changed, ...all.filter(({ isChanged }) => !isChanged)]
}

function BinnedRow({ record, now }: { readonly record: BinnedRecord; readonly now: number }) {
  const t = useTranslate()
  const locale = useLocale()
  const run = useRun()
  const mayWrite = useMayWrite(recordTables[record.table].document)
  const text = useSnapshot((snapshot) => binnedText(snapshot, record))
  const by = useSnapshot((snapshot) =>
    record.deleted.by === null ? null : (snapshot.persons.get(record.deleted.by)?.name ?? null),
  )
  const when = formatWhen(locale, record.deleted.at, now) ?? t('bin.justNow')
  const restore = () => {
    const count = run((workshop, actor) =>
      restoreRecord(workshop, actor, { table: record.table, id: record.id as never }),
    )
    if (count !== null) showToast(t('bin.restored', { n: count }))
  }
  return (
    <li className="et-binned__row">
      <span className="et-binned__kind">{t(kindKey(record.table))}</span>
      <span className="et-binned__text">{text === '' ? t('bin.untitled') : text}</span>
      <span className="et-binned__when">
        {by === null ? t('bin.deleted', { when }) : t('bin.deletedBy', { when, name: by })}
        {record.withIt === 0 ? null : ` · ${t('bin.withIt', { n: record.withIt })}`}
      </span>
      {record.isChanged ? (
        <span className="et-binned__changed">
          <PencilLine aria-hidden />
          {t('bin.changedSince')}
        </span>
      ) : null}
      {mayWrite ? (
        <Button icon={<ArchiveRestore />} onClick={restore}>
          {t('common.restore')}
        </Button>
      ) : null}
    </li>
  )
}
