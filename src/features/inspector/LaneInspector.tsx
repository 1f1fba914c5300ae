/** A lane: its name, its colour, its turn, and whether it is locked for the others. */
import { ArrowDown, ArrowUp, Lock, Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { reorderRecord } from '../../model/commands/reorderRecord.ts'
import { setLock } from '../../model/commands/setLock.ts'
import type { Position } from '../../model/position.ts'
import type { LaneId } from '../../model/records/lane.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import { Button } from '../../ui/Button.tsx'
import { ColourField } from '../../ui/ColourField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'

export interface LaneInspectorProps {
  readonly laneId: LaneId
  readonly onGone: () => void
}

export function LaneInspector({ laneId, onGone }: LaneInspectorProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const edit = useEdit('lanes', laneId)
  const lane = useRecord('lanes', laneId)
  if (lane === null) return <p>{t('inspector.gone')}</p>
  return (
    <div className="et-stack">
      <LazyTextField
        label={t('inspector.title')}
        value={lane.title}
        readOnly={!mayWrite}
        onCommit={(title) => edit.set({ title })}
      />
      <ColourField
        label={t('inspector.colour')}
        value={lane.colour}
        disabled={!mayWrite}
        onChange={(colour) => edit.set({ colour })}
      />
      <SwitchField
        label={t('inspector.hidden')}
        checked={lane.hidden}
        disabled={!mayWrite}
        onChange={(hidden) => edit.set({ hidden })}
      />
      <LaneLock laneId={laneId} />
      {mayWrite ? (
        <>
          <LaneTurn laneId={laneId} />
          <Button
            tone="danger"
            icon={<Trash2 />}
            onClick={() => (remove({ table: 'lanes', ids: [laneId] }) ? onGone() : undefined)}
          >
            {t('inspector.deleteLane')}
          </Button>
        </>
      ) : null}
    </div>
  )
}

function LaneLock({ laneId }: { readonly laneId: LaneId }) {
  const t = useTranslate()
  const run = useRun()
  const mayModerate = useMayWrite('stage')
  const locked = useSnapshot((snapshot) =>
    [...snapshot.locks.values()].some(
      (lock) => lock.locked && lock.subjectKind === 'lane' && lock.subjectId === laneId,
    ),
  )
  if (!mayModerate) return locked ? <p>{t('inspector.locked')}</p> : null
  return (
    <div>
      <SwitchField
        label={t('inspector.lockLane')}
        icon={<Lock />}
        checked={locked}
        onChange={(next) => run((workshop, actor) => setLock(workshop, actor, { laneId, locked: next }))}
      />
      <p className="et-field__hint">{t('inspector.lockHint')}</p>
    </div>
  )
}

function LaneTurn({ laneId }: { readonly laneId: LaneId }) {
  const t = useTranslate()
  const run = useRun()
  const lanes = useSnapshot((snapshot) => {
    const journeyId = snapshot.lanes.get(laneId)?.journeyId ?? null
    return journeyId === null ? [] : allLanes(snapshot, journeyId)
  })
  const at = lanes.findIndex((lane) => lane.id === laneId)
  const [before, after] = [lanes[at - 1], lanes[at + 1]]
  const move = (position: Position) =>
    run((workshop, actor) => reorderRecord(workshop, actor, { table: 'lanes', id: laneId, position }))
  return (
    <div className="et-row">
      <IconButton
        label={t('inspector.moveUp')}
        icon={<ArrowUp />}
        tone="solid"
        disabled={before === undefined}
        onClick={() => (before === undefined ? undefined : move({ before: before.id }))}
      />
      <IconButton
        label={t('inspector.moveDown')}
        icon={<ArrowDown />}
        tone="solid"
        disabled={after === undefined}
        onClick={() => (after === undefined ? undefined : move({ after: after.id }))}
      />
    </div>
  )
}
