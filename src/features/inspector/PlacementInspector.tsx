/** A touchpoint where it stands under an activity: name, rating, marks; the register has all its fields. */
import { ListTree, Star, Trash2, Unlink, Zap } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PlacementId } from '../../model/records/placement.ts'
import type { Touchpoint, TouchpointId } from '../../model/records/touchpoint.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { Button } from '../../ui/Button.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import './ActivityMarks.css'
import { RatingField } from './RatingField.tsx'

export interface PlacementInspectorProps {
  readonly placementId: PlacementId
  readonly onAllFields: (touchpointId: TouchpointId) => void
  /** Somebody wants to rate and has not said who they are: the app opens the place where that is said. */
  readonly onWho: () => void
  readonly onGone: () => void
}

export function PlacementInspector({ placementId, onAllFields, onWho, onGone }: PlacementInspectorProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const placement = useRecord('placements', placementId)
  const touchpoint = useSnapshot((snapshot) => {
    const id = placement?.touchpointId ?? null
    return id === null ? null : (snapshot.touchpoints.get(standsFor(snapshot, 'touchpoints', id)) ?? null)
  })
  if (placement === null || touchpoint === null) return <p>{t('inspector.gone')}</p>
  return (
    <div className="et-stack">
      <TouchpointBasics touchpoint={touchpoint} mayWrite={mayWrite} />
      <RatingField subject={{ kind: 'touchpoint', id: touchpoint.id }} onWho={onWho} />
      <Button icon={<ListTree />} onClick={() => onAllFields(touchpoint.id)}>
        {t('inspector.allFields')}
      </Button>
      {mayWrite ? (
        <>
          <Button
            icon={<Unlink />}
            onClick={() => (remove({ table: 'placements', ids: [placementId] }) ? onGone() : undefined)}
          >
            {t('inspector.takeAway')}
          </Button>
          <Button
            tone="danger"
            icon={<Trash2 />}
            onClick={() => (remove({ table: 'touchpoints', ids: [touchpoint.id] }) ? onGone() : undefined)}
          >
            {t('inspector.deleteTouchpoint')}
          </Button>
        </>
      ) : null}
    </div>
  )
}

interface TouchpointBasicsProps {
  readonly touchpoint: Touchpoint
  readonly mayWrite: boolean
}

function TouchpointBasics({ touchpoint, mayWrite }: TouchpointBasicsProps) {
  const t = useTranslate()
  const edit = useEdit('touchpoints', touchpoint.id)
  return (
    <>
      <LazyTextField
        label={t('inspector.name')}
        value={touchpoint.name}
        readOnly={!mayWrite}
        onCommit={(name) => edit.set({ name })}
      />
      <div>
        <SwitchField
          label={t('inspector.painPoint')}
          icon={<Zap className="et-marks__pain" />}
          checked={touchpoint.painPoint}
          disabled={!mayWrite}
          onChange={(painPoint) => edit.set({ painPoint })}
        />
        <SwitchField
          label={t('inspector.momentOfTruth')}
          icon={<Star className="et-marks__truth" />}
          checked={touchpoint.momentOfTruth}
          disabled={!mayWrite}
          onChange={(momentOfTruth) => edit.set({ momentOfTruth })}
        />
      </div>
    </>
  )
}
