/** Pain point, moment of truth, micromoment. A pain point also follows from the cards below; then it says so. */
import { Star, Zap } from 'lucide-react'
import { useEdit } from '../../bindings/useEdit.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Activity } from '../../model/records/activity.ts'
import { painPointOf } from '../../model/select/marks.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import './ActivityMarks.css'

export function ActivityMarks({
  activity,
  mayWrite,
}: {
  readonly activity: Activity
  readonly mayWrite: boolean
}) {
  const t = useTranslate()
  const edit = useEdit('activities', activity.id)
  const painCards = useSnapshot((snapshot) => painPointOf(snapshot, activity).cardCount)
  return (
    <fieldset className="et-fieldset et-marks">
      <legend className="et-fieldset__legend">{t('inspector.marks')}</legend>
      <SwitchField
        label={t('inspector.painPoint')}
        icon={<Zap className="et-marks__pain" />}
        checked={activity.painPoint}
        disabled={!mayWrite}
        onChange={(painPoint) => edit.set({ painPoint })}
      />
      {painCards > 0 ? (
        <p className="et-marks__note">{t('inspector.painPointCards', { n: painCards })}</p>
      ) : null}
      <SwitchField
        label={t('inspector.momentOfTruth')}
        icon={<Star className="et-marks__truth" />}
        checked={activity.momentOfTruth}
        disabled={!mayWrite}
        onChange={(momentOfTruth) => edit.set({ momentOfTruth })}
      />
      <SelectField
        label={t('inspector.microMoment')}
        value={activity.microMomentKind ?? ''}
        disabled={!mayWrite}
        options={[
          { value: '', label: t('inspector.microMomentNone') },
          { value: 'objective', label: t('inspector.microMomentObjective') },
          { value: 'unplanned', label: t('inspector.microMomentUnplanned') },
        ]}
        onChange={(value) =>
          edit.set({ microMomentKind: value === 'objective' || value === 'unplanned' ? value : null })
        }
      />
    </fieldset>
  )
}
