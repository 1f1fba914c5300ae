/** What came into this workshop from files, and the way to take back what nobody has worked on since. */
import { Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useUndoImport } from '../../bindings/useUndoImport.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { mayUndoImport } from '../../model/commands/undoImport.ts'
import { type ImportRemainder, importRemainder } from '../../model/importRemainder.ts'
import type { FileImport } from '../../model/records/fileImport.ts'
import { Button } from '../../ui/Button.tsx'
import { formatWhen } from '../../ui/formatWhen.ts'
import { importUndoneText } from '../../i18n/importUndoneText.ts'
import { showToast } from '../../ui/toastStore.ts'

export function ImportList({ now }: { readonly now: number }) {
  const t = useTranslate()
  const imports = useSnapshot((snapshot) =>
    [...snapshot.imports.values()].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)),
  )
  if (imports.length === 0) return null
  return (
    <section className="et-imports" aria-label={t('bin.importsTitle')}>
      <h3>{t('bin.importsTitle')}</h3>
      <p className="et-field__hint">{t('bin.importsHint')}</p>
      <ul className="et-binned">
        {imports.map((imported) => (
          <ImportRow key={imported.id} imported={imported} now={now} />
        ))}
      </ul>
    </section>
  )
}

function sizeOf({ records, changes }: ImportRemainder): number {
  return records.length + changes.length
}

function ImportRow({ imported, now }: { readonly imported: FileImport; readonly now: number }) {
  const t = useTranslate()
  const locale = useLocale()
  const { workshop, actor } = useWorkshop()
  const takeBack = useUndoImport()
  const mayWrite = useMayWrite()
  const snapshot = useSnapshot((whole) => whole)
  const { createdBy } = imported
  const name = createdBy === null ? null : (snapshot.persons.get(createdBy)?.name ?? null)
  const untouched = useMemo(
    // The snapshot says that something has changed; what is counted stands in the document.
    () => (snapshot === workshop.snapshot() ? sizeOf(importRemainder(workshop, imported)) : 0),
    [snapshot, workshop, imported],
  )
  const when = formatWhen(locale, imported.createdAt, now) ?? t('bin.justNow')
  const undo = () => {
    const done = takeBack(imported.id)
    if (done !== null) showToast(importUndoneText(t, done))
  }
  return (
    <li className="et-binned__row">
      <span className="et-binned__kind">{t('bin.cameIn', { n: imported.records })}</span>
      <span className="et-binned__text">{imported.name === '' ? t('bin.untitled') : imported.name}</span>
      <span className="et-binned__when">
        {name === null ? when : t('bin.deletedBy', { when, name })}
        {' · '}
        {untouched === 0 ? t('bin.nothingUntouched') : t('bin.untouched', { n: untouched })}
        {imported.unkept > 0 ? ` · ${t('bin.unkept', { n: imported.unkept })}` : null}
      </span>
      {mayWrite && untouched > 0 && mayUndoImport(actor, imported) ? (
        <Button icon={<Undo2 />} onClick={undo}>
          {t('bin.takeImportBack')}
        </Button>
      ) : null}
    </li>
  )
}
