/** Adds a card to one activity: choose the lane once, then write line after line. */
import { useState } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addCard } from '../../model/commands/addCard.ts'
import type { Activity } from '../../model/records/activity.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { AddLine } from './AddLine.tsx'
import { writableLanes } from './outline.logic.ts'

export interface AddCardLineProps {
  readonly activity: Activity
  readonly journeyId: JourneyId
  /** The activity in words. */
  readonly text: string
}

export function AddCardLine({ activity, journeyId, text }: AddCardLineProps) {
  const t = useTranslate()
  const run = useRun()
  const lanes = useSnapshot((snapshot) => writableLanes(snapshot, journeyId))
  const [chosen, setChosen] = useState('')
  const lane = lanes.find(({ id }) => id === chosen) ?? lanes[0]
  if (lane === undefined) return null
  return (
    <details className="et-outline__add-card">
      <summary>{t('outline.addCard')}</summary>
      <SelectField
        label={t('outline.newCardLane')}
        value={lane.id}
        options={lanes.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setChosen}
      />
      <AddLine
        label={t('outline.newCard', { activity: text })}
        button={t('outline.addCard')}
        onAdd={(words) =>
          run((workshop, actor) =>
            addCard(workshop, actor, { laneId: lane.id, activityId: activity.id, text: words }),
          ) !== null
        }
      />
    </details>
  )
}
