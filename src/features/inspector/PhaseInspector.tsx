/** A phase: its name, its colour, its turn. */
import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { reorderRecord } from '../../model/commands/reorderRecord.ts'
import type { Position } from '../../model/position.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import { orderedPhases } from '../../model/select/orderedPhases.ts'
import { Button } from '../../ui/Button.tsx'
import { ColourField } from '../../ui/ColourField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'

export interface PhaseInspectorProps {
  readonly phaseId: PhaseId
  readonly onAddActivity: (phaseId: PhaseId) => void
  readonly onGone: () => void
}

export function PhaseInspector({ phaseId, onAddActivity, onGone }: PhaseInspectorProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const edit = useEdit('phases', phaseId)
  const phase = useRecord('phases', phaseId)
  if (phase === null) return <p>{t('inspector.gone')}</p>
  return (
    <div className="et-stack">
      <LazyTextField
        label={t('inspector.title')}
        value={phase.title}
        readOnly={!mayWrite}
        onCommit={(title) => edit.set({ title })}
      />
      <ColourField
        label={t('inspector.colour')}
        value={phase.colour}
        disabled={!mayWrite}
        onChange={(colour) => edit.set({ colour })}
      />
      {mayWrite ? (
        <>
          <div className="et-row">
            <TurnButtons phaseId={phaseId} />
            <Button icon={<Plus />} onClick={() => onAddActivity(phaseId)}>
              {t('inspector.addActivity')}
            </Button>
          </div>
          <Button
            tone="danger"
            icon={<Trash2 />}
            onClick={() => (remove({ table: 'phases', ids: [phaseId] }) ? onGone() : undefined)}
          >
            {t('inspector.deletePhase')}
          </Button>
          <p className="et-field__hint">{t('inspector.deletePhaseHint')}</p>
        </>
      ) : null}
    </div>
  )
}

function TurnButtons({ phaseId }: { readonly phaseId: PhaseId }) {
  const t = useTranslate()
  const run = useRun()
  const phases = useSnapshot((snapshot) => {
    const journeyId = snapshot.phases.get(phaseId)?.journeyId ?? null
    return journeyId === null ? [] : orderedPhases(snapshot, journeyId)
  })
  const at = phases.findIndex((phase) => phase.id === phaseId)
  const [before, after] = [phases[at - 1], phases[at + 1]]
  const move = (position: Position) =>
    run((workshop, actor) => reorderRecord(workshop, actor, { table: 'phases', id: phaseId, position }))
  return (
    <>
      <IconButton
        label={t('inspector.moveLeft')}
        icon={<ArrowLeft />}
        tone="solid"
        disabled={before === undefined}
        onClick={() => (before === undefined ? undefined : move({ before: before.id }))}
      />
      <IconButton
        label={t('inspector.moveRight')}
        icon={<ArrowRight />}
        tone="solid"
        disabled={after === undefined}
        onClick={() => (after === undefined ? undefined : move({ after: after.id }))}
      />
    </>
  )
}
