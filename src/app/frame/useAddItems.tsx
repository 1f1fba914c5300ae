/** What the plus adds: an activity, a phase, a lane. With the map on screen its text opens at once. */
import { ArrowBigRight, Rows3, SquareArrowRight, SquareDashed } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addLane } from '../../model/commands/addLane.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { useFrame } from './FrameContext.ts'

export function useAddItems(): readonly MenuItem[] {
  const t = useTranslate()
  const run = useRun()
  const { map, store } = useFrame()
  const isPhone = useMediaQuery('(max-width: 479px)')
  const journeyId = useShownJourney()?.id ?? null
  if (journeyId === null) return []
  const lasso = {
    id: 'lasso',
    label: t('frame.toolLasso'),
    icon: <SquareDashed />,
    onSelect: () => store.set({ tool: 'lasso' }),
  }
  return [
    ...(isPhone ? [lasso] : []),
    {
      id: 'activity',
      label: t('frame.addActivity'),
      icon: <SquareArrowRight />,
      onSelect: () => map.current?.addActivity(null),
    },
    {
      id: 'phase',
      label: t('frame.addPhase'),
      icon: <ArrowBigRight />,
      onSelect: () => map.current?.addPhase(),
    },
    {
      id: 'lane',
      label: t('frame.addLane'),
      icon: <Rows3 />,
      onSelect: () => {
        const id = run((...at) => addLane(...at, { journeyId, fields: { title: t('map.laneOwn') } }))
        if (id !== null) store.set({ selection: [{ kind: 'lane', id }] })
      },
    },
  ]
}
