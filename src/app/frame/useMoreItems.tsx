/** The menu behind the three dots: people, bin, wall, a copy as a file, language and look. */
import {
  Download,
  History,
  Megaphone,
  MessageSquare,
  Presentation,
  Route,
  Share2,
  Trash2,
  Users,
} from 'lucide-react'
import { useLocation } from 'wouter'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useSettingsItems } from '../SettingsMenu.tsx'
import { useExchangeItems } from '../exchange/useExchangeItems.tsx'
import { useOpenComments } from './CommentsButton.tsx'
import { useFrame } from './FrameContext.ts'
import { useSaveCopy } from './useSaveCopy.ts'

export function useMoreItems(): readonly MenuItem[] {
  const t = useTranslate()
  const [, navigate] = useLocation()
  const { session, store } = useFrame()
  const saveCopy = useSaveCopy()
  const settings = useSettingsItems()
  const exchange = useExchangeItems()
  const open = useOpenComments()
  const mayLead = useMayWrite('stage')
  return [
    {
      id: 'people',
      label: t('frame.people'),
      icon: <Users />,
      onSelect: () => store.set({ sheet: 'people' }),
    },
    {
      id: 'comments',
      label: open === 0 ? t('comments.title') : t('comments.withCount', { n: open }),
      icon: <MessageSquare />,
      onSelect: () => store.set({ sheet: 'comments' }),
    },
    ...(mayLead
      ? [
          {
            id: 'lead',
            label: t('facilitation.title'),
            icon: <Megaphone />,
            onSelect: () => store.set({ sheet: 'facilitation' as const }),
          },
        ]
      : []),
    {
      id: 'journeys',
      label: t('journeys.title'),
      icon: <Route />,
      onSelect: () => store.set({ sheet: 'journeys' }),
    },
    { id: 'bin', label: t('frame.bin'), icon: <Trash2 />, onSelect: () => store.set({ sheet: 'bin' }) },
    {
      id: 'history',
      label: t('history.title'),
      icon: <History />,
      onSelect: () => store.set({ sheet: 'history' }),
    },
    {
      id: 'wall',
      label: t('frame.wall'),
      icon: <Presentation />,
      onSelect: () => navigate(`/wall/${session.workshopId}`),
    },
    { id: 'save', label: t('health.saveCopy'), icon: <Download />, onSelect: saveCopy.save },
    ...(saveCopy.share === null
      ? []
      : [{ id: 'hand-on', label: t('workshopFile.share'), icon: <Share2 />, onSelect: saveCopy.share }]),
    ...exchange,
    ...settings,
  ]
}
