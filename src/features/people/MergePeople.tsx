/** Two entries of one person become one; it is a step that can be taken back. */
import { Merge } from 'lucide-react'
import { useState } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { useUndo } from '../../bindings/useUndo.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { mergePersons } from '../../model/commands/mergePersons.ts'
import type { Person } from '../../model/records/person.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { showToast } from '../../ui/toastStore.ts'

export function MergePeople({ people }: { readonly people: readonly Person[] }) {
  const t = useTranslate()
  const run = useRun()
  const { undo } = useUndo()
  const [keepId, setKeep] = useState('')
  const [mergeId, setMerge] = useState('')
  const kept = people.find((person) => person.id === keepId)
  const gone = people.find((person) => person.id === mergeId && person.id !== keepId)
  const options = (except: string) => [
    { value: '', label: t('people.choose') },
    ...people.filter((person) => person.id !== except).map(({ id, name }) => ({ value: id, label: name })),
  ]
  const merge = () => {
    if (kept === undefined || gone === undefined) return
    const done = run((workshop, actor) =>
      mergePersons(workshop, actor, { keepId: kept.id, mergeId: gone.id }),
    )
    if (done === null) return
    setMerge('')
    showToast(t('people.merged', { gone: gone.name, kept: kept.name }), {
      action: { label: t('common.undo'), onAction: () => void undo() },
    })
  }
  return (
    <details className="et-merge">
      <summary>{t('people.merge')}</summary>
      <div className="et-stack">
        <p className="et-field__hint">{t('people.mergeHint')}</p>
        <SelectField label={t('people.keep')} value={keepId} options={options('')} onChange={setKeep} />
        <SelectField label={t('people.into')} value={mergeId} options={options(keepId)} onChange={setMerge} />
        <Button icon={<Merge />} disabled={kept === undefined || gone === undefined} onClick={merge}>
          {t('people.doMerge')}
        </Button>
      </div>
    </details>
  )
}
