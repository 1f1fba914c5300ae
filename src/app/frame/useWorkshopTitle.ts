/** The page of a workshop is called after the workshop and the view, also while either changes. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { usePageTitle } from '../usePageTitle.ts'
import type { View } from './views.ts'
import { VIEW_LABELS } from './views.ts'

export function useWorkshopTitle(view: View | 'wall'): void {
  const t = useTranslate()
  const title = useSnapshot((snapshot) => snapshot.meta.title)
  usePageTitle(
    title === '' ? t('home.untitled') : title,
    t(view === 'wall' ? 'frame.wall' : VIEW_LABELS[view]),
  )
}
