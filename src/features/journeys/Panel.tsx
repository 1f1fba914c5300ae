/** The journeys of the workshop: which one is shown here and on the wall, their names and kinds, and a new one. */
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { mainJourney, orderedJourneys } from '../../model/select/journeys.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { JourneyRow } from './JourneyRow.tsx'
import { NewJourney } from './NewJourney.tsx'
import './Journeys.css'

export interface JourneysPanelProps {
  readonly onShow: (journeyId: JourneyId) => void
  readonly onClose: () => void
}

export function JourneysPanel({ onShow, onClose }: JourneysPanelProps) {
  const t = useTranslate()
  const mayWrite = useMayWrite()
  const journeys = useSnapshot(orderedJourneys)
  const main = useSnapshot((snapshot) => mainJourney(snapshot)?.id ?? null)
  const shown = useShownJourney()
  return (
    <Sheet title={t('journeys.title')} onClose={onClose} takeFocus>
      <div className="et-stack">
        <p className="et-field__hint">{t('journeys.intro')}</p>
        <ul className="et-journeys">
          {journeys.map((journey) => (
            <JourneyRow
              key={journey.id}
              journey={journey}
              isShown={journey.id === shown?.id}
              isMain={journey.id === main}
              isOnly={journeys.length === 1}
              onShow={onShow}
            />
          ))}
        </ul>
        {mayWrite ? <NewJourney like={shown?.id} onAdded={onShow} /> : null}
      </div>
    </Sheet>
  )
}
