/** The map between the bars: the canvas with what this screen knows, and what the canvas tells this screen. */
import { Suspense, useCallback } from 'react'
import type { MapItem, MapSelection, MapTool } from '../../canvas/MapCanvasProps.ts'
import { useFeedback } from '../../bindings/FeedbackContext.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useSettings } from '../ServicesContext.ts'
import { useMapPeers } from '../session/useMapPeers.ts'
import { useMediaUrl } from '../session/useMediaUrl.ts'
import { useTheme } from '../useTheme.ts'
import { lazyView } from '../lazyView.tsx'
import { useFrame, useFrameState } from './FrameContext.ts'
import { footOf } from './footOf.ts'
import { MapZoom } from './MapZoom.tsx'
import { useAwaitedItem } from './useAwaitedItem.ts'
import { useCommentNotes } from './useCommentNotes.ts'
import { usePhotoTool } from './usePhotoTool.tsx'
import './MapArea.css'

const MapCanvas = lazyView(async () => (await import('../../canvas/MapCanvas.tsx')).MapCanvas)

export interface MapAreaProps {
  readonly isShown: boolean
  /** The wall shows the whole map by itself and takes no input. */
  readonly isWall?: boolean
  /** What the wall shows large. */
  readonly spotlight?: MapItem | null
}

export function MapArea({ isShown, isWall = false, spotlight = null }: MapAreaProps) {
  const t = useTranslate()
  const { store } = useFrame()
  const journeyId = useShownJourney()?.id ?? null
  if (journeyId === null) {
    return (
      <div className="et-map et-map--empty">
        <EmptyState
          title={t('frame.noJourneyTitle')}
          action={<Button onClick={() => store.set({ sheet: 'bin' })}>{t('frame.openBin')}</Button>}
        >
          <p>{t('frame.noJourneyText')}</p>
        </EmptyState>
      </div>
    )
  }
  return (
    <section className="et-map" inert={!isShown} aria-label={t('frame.mapLabel')}>
      <Suspense fallback={<Loading label={t('frame.mapLoading')} />}>
        <Canvas journeyId={journeyId} isWall={isWall} spotlight={spotlight} />
      </Suspense>
      {isWall ? null : <MapZoom />}
    </section>
  )
}

interface CanvasProps {
  readonly journeyId: JourneyId
  readonly isWall: boolean
  readonly spotlight: MapItem | null
}

function Canvas({ journeyId, isWall, spotlight }: CanvasProps) {
  const { session, store, map } = useFrame()
  const { refused } = useFeedback()
  const actor = useReadableValue(session.actor)
  const mayWrite = useMayWrite()
  const tool = useFrameState((state) => state.tool)
  const ratingView = useFrameState((state) => state.ratingView)
  const theme = useTheme(useSettings().theme)
  const isWide = useMediaQuery('(min-width: 1024px)')
  const { peers, onWhereabouts } = useMapPeers(session)
  const notes = useCommentNotes(isWall)
  useAwaitedItem(journeyId)
  const { mediaUrl, refresh } = useMediaUrl(session)
  const onPhoto = usePhotoTool(refresh)
  const onToolChange = useCallback((next: MapTool) => store.set({ tool: next }), [store])
  const onSelect = useCallback((selection: MapSelection) => store.set({ selection }), [store])
  const onWho = useCallback(() => store.set({ sheet: 'people' }), [store])
  const onEditingChange = useCallback((text: unknown) => store.set({ isEditing: text !== null }), [store])
  return (
    <MapCanvas
      ref={map}
      workshop={session.document}
      journeyId={journeyId}
      actor={actor}
      history={session.history}
      ratingView={ratingView}
      mode={isWall ? 'wall' : mayWrite ? 'edit' : 'readonly'}
      tool={tool}
      onToolChange={onToolChange}
      onSelect={onSelect}
      onEditingChange={onEditingChange}
      onPhoto={onPhoto}
      onWho={onWho}
      onRefused={refused}
      peers={peers}
      notes={notes}
      spotlight={spotlight}
      onWhereabouts={onWhereabouts}
      mediaUrl={mediaUrl}
      theme={theme}
      inset={{ top: 0, right: 0, bottom: isWide && mayWrite && !isWall ? footOf(tool) : 0, left: 0 }}
    />
  )
}
