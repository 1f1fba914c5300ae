/** Everything that goes onto paper and comes back from it: the poster, sheets and cards, photos of filled cards. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { PosterView } from './PosterView.tsx'
import { PhotosView } from '../paper/PhotosView.tsx'
import { SheetsView } from './SheetsView.tsx'

export function PaperView({ session }: { readonly session: WorkshopSession }) {
  const t = useTranslate()
  return (
    <Tabs
      label={t('paper.tabs')}
      tabs={[
        { id: 'poster', label: t('paper.tabPoster'), content: <PosterView session={session} /> },
        { id: 'sheets', label: t('paper.tabSheets'), content: <SheetsView session={session} /> },
        { id: 'photos', label: t('paper.tabPhotos'), content: <PhotosView session={session} /> },
      ]}
    />
  )
}
