/** The view that lies over the map: outline, personas, touchpoints, poster. Each is fetched when it is first opened. */
import { Suspense, useEffect, useRef } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Loading } from '../../ui/Loading.tsx'
import { useMediaUrl } from '../session/useMediaUrl.ts'
import { lazyView } from '../lazyView.tsx'
import { useFrame, useFrameState } from './FrameContext.ts'
import { useKeepPictures } from './useKeepPictures.ts'
import type { View } from './views.ts'
import { VIEW_LABELS } from './views.ts'
import './ViewArea.css'

const OutlineView = lazyView(async () => (await import('./OutlineView.tsx')).OutlineView)
const PersonasPanel = lazyView(async () => (await import('../../features/personas/Panel.tsx')).PersonasPanel)
const TouchpointsPanel = lazyView(
  async () => (await import('../../features/touchpoints/Panel.tsx')).TouchpointsPanel,
)
const PaperView = lazyView(async () => (await import('../poster/PaperView.tsx')).PaperView)

export function ViewArea({ view }: { readonly view: Exclude<View, 'map'> }) {
  const t = useTranslate()
  const heading = useAwaitedHeading()
  return (
    <section className={`et-view et-view--${view}`} aria-labelledby="view-title">
      <div className="et-view__inner">
        <h2 id="view-title" className="et-view__title" tabIndex={-1} ref={heading}>
          {t(VIEW_LABELS[view])}
        </h2>
        <Suspense fallback={<Loading label={t('ui.loading')} />}>
          <OpenView view={view} />
        </Suspense>
      </div>
    </section>
  )
}

/** Whoever skipped to a view goes on from its heading, not from the link that brought them. */
function useAwaitedHeading() {
  const { store } = useFrame()
  const isAwaited = useFrameState((state) => state.isHeadingAwaited)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isAwaited) return
    heading.current?.focus()
    store.set({ isHeadingAwaited: false })
  }, [isAwaited, store])
  return heading
}

function OpenView({ view }: { readonly view: Exclude<View, 'map'> }) {
  const { session } = useFrame()
  const touchpointId = useFrameState((state) => state.touchpointId)
  const { mediaUrl, refresh } = useMediaUrl(session)
  const keep = useKeepPictures(refresh)
  switch (view) {
    case 'outline':
      return <OutlineView />
    case 'personas':
      return <PersonasPanel pictures={{ mediaUrl, keepPictures: keep.only }} />
    case 'touchpoints':
      return <TouchpointsPanel key={touchpointId} initial={touchpointId} />
    case 'poster':
      return <PaperView session={session} />
  }
}
