/** The register of touchpoints, one entry of it, and the lists an entry chooses from. */
import { Plus, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addTouchpoint } from '../../model/commands/addTouchpoint.ts'
import type { TouchpointId } from '../../model/records/touchpoint.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryLists } from './EntryLists.tsx'
import { TouchpointForm } from './TouchpointForm.tsx'
import { TouchpointList } from './TouchpointList.tsx'
import './Touchpoints.css'

export interface TouchpointsPanelProps {
  /** Opened from elsewhere, such as the inspector of a placement. */
  readonly initial?: TouchpointId | null
}

export function TouchpointsPanel({ initial = null }: TouchpointsPanelProps) {
  const t = useTranslate()
  const run = useRun()
  const mayWrite = useMayWrite()
  const isEmpty = useSnapshot((snapshot) => snapshot.touchpoints.size === 0)
  const [open, setOpen] = useState<TouchpointId | null>(initial)
  const add = () => {
    const added = run((workshop, actor) => addTouchpoint(workshop, actor, { fields: {} }))
    if (added !== null) setOpen(added.touchpointId)
  }
  if (open !== null) {
    return <TouchpointForm key={open} touchpointId={open} onBack={() => setOpen(null)} />
  }
  const addButton = mayWrite ? (
    <Button icon={<Plus />} onClick={add}>
      {t('touchpoints.add')}
    </Button>
  ) : null
  return (
    <div className="et-stack">
      {isEmpty ? (
        <EmptyState icon={<Waypoints />} title={t('touchpoints.title')} action={addButton}>
          <p>{t('touchpoints.intro')}</p>
        </EmptyState>
      ) : (
        <>
          <div>{addButton}</div>
          <TouchpointList onOpen={setOpen} />
        </>
      )}
      <EntryLists mayWrite={mayWrite} />
    </div>
  )
}
