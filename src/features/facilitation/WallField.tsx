/** What the wall shows large: the whole map, a phase, or the one thing that is selected on this screen. */
import { Focus } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showOnStage } from '../../model/commands/showOnStage.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import { orderedPhases } from '../../model/select/orderedPhases.ts'
import type { Spotlight } from '../../model/select/stageView.ts'
import { spotlightOf } from '../../model/select/stageView.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

export function WallField({ selected }: { readonly selected: Spotlight | null }) {
  const t = useTranslate()
  const run = useRun()
  const shown = useSnapshot(spotlightOf)
  const phases = useSnapshot((snapshot) => {
    const journey = mainJourney(snapshot)
    return journey === null ? [] : orderedPhases(snapshot, journey.id)
  })
  const text = useSnapshot((snapshot) => (shown === null ? '' : wordsOf(snapshot, shown)))
  const show = (thing: Spotlight | null) => run((...by) => showOnStage(...by, { thing }))
  const isPhase = shown !== null && phases.some(({ id }) => id === shown.id)
  const named = (words: string) => (words === '' ? t('facilitation.untitled') : words)
  const options = [
    { value: '', label: t('facilitation.wholeMap') },
    ...phases.map(({ id, title }) => ({
      value: id as string,
      label: t('facilitation.phase', { title: named(title) }),
    })),
    ...(shown === null || isPhase
      ? []
      : [{ value: shown.id, label: t('facilitation.other', { text: named(text) }) }]),
  ]
  return (
    <div className="et-stack">
      <SelectField
        label={t('facilitation.wall')}
        value={shown?.id ?? ''}
        options={options}
        onChange={(id) => {
          if (id === '') show(null)
          else if (id !== shown?.id) show({ kind: 'phase', id })
        }}
      />
      {selected === null ? (
        <p className="et-field__hint">{t('facilitation.showHint')}</p>
      ) : (
        <Button icon={<Focus />} onClick={() => show(selected)}>
          {t('facilitation.showSelected')}
        </Button>
      )}
    </div>
  )
}

function wordsOf(snapshot: WorkshopSnapshot, { kind, id }: Spotlight): string {
  switch (kind) {
    case 'card':
      return snapshot.cards.get(id as never)?.text ?? ''
    case 'activity':
      return snapshot.activities.get(id as never)?.text ?? ''
    case 'phase':
      return snapshot.phases.get(id as never)?.title ?? ''
    case 'lane':
      return snapshot.lanes.get(id as never)?.title ?? ''
    case 'placement': {
      const touchpointId = snapshot.placements.get(id as never)?.touchpointId ?? null
      if (touchpointId === null) return ''
      return snapshot.touchpoints.get(standsFor(snapshot, 'touchpoints', touchpointId))?.name ?? ''
    }
  }
}
