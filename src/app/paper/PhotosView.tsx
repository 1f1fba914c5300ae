/** The panel for photos of filled cards, with the device behind it. */
import { PhotosPanel } from '../../features/paper/PhotosPanel.tsx'
import { useMediaUrl } from '../session/useMediaUrl.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { usePaperTools } from './usePaperTools.ts'

export function PhotosView({ session }: { readonly session: WorkshopSession }) {
  const { refresh } = useMediaUrl(session)
  const tools = usePaperTools(refresh)
  return <PhotosPanel tools={tools} />
}
