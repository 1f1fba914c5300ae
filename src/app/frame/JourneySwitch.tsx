/** From one journey's map to another's, in every view; only there when there are several. */
import { Route } from 'lucide-react'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { orderedJourneys } from '../../model/select/journeys.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useFrame } from './FrameContext.ts'
import { useShowJourney } from './useShowJourney.ts'
import './JourneySwitch.css'

export function JourneySwitch() {
  const t = useTranslate()
  const { store } = useFrame()
  const show = useShowJourney()
  const shown = useShownJourney()
  const journeys = useSnapshot(orderedJourneys)
  if (journeys.length < 2 || shown === null) return null
  const name = (title: string) => (title === '' ? t('map.unnamedJourney') : title)
  return (
    <Menu
      align="start"
      trigger={
        <Button
          className="et-journey-switch"
          icon={<Route />}
          aria-label={t('journeys.switch', { title: name(shown.title) })}
        >
          {name(shown.title)}
        </Button>
      }
      items={[
        ...journeys.map(({ id, title }) => ({
          id,
          label: name(title),
          checked: id === shown.id,
          onSelect: () => show(id),
        })),
        { id: 'manage', label: t('journeys.manage'), onSelect: () => store.set({ sheet: 'journeys' }) },
      ]}
    />
  )
}
