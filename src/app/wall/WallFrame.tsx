/** The wall: the map alone and large, with its edge for the room; on a touch display a moderator can write on it. */
import { Expand, Focus, LogOut, PenOff, Pencil } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { MapCanvasHandle } from '../../canvas/MapCanvasProps.ts'
import { browserForAwake, keepAwake } from '../../features/wall/keepAwake.ts'
import { StepText } from '../../features/facilitation/StepText.tsx'
import { WallStrip } from '../../features/wall/WallStrip.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { FrameContext } from '../frame/FrameContext.ts'
import { createFrameStore } from '../frame/frameStore.ts'
import { HealthChip } from '../frame/HealthChip.tsx'
import { MapArea } from '../frame/MapArea.tsx'
import { SideArea } from '../frame/SideArea.tsx'
import { ToolBar } from '../frame/ToolBar.tsx'
import { useWorkshopTitle } from '../frame/useWorkshopTitle.ts'
import { useServices } from '../ServicesContext.ts'
import { useOthers } from '../session/useOthers.ts'
import { NO_COLOUR, usePresentPerson } from '../session/usePresentPerson.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { useSpotlight } from './useSpotlight.ts'
import { useWallContent } from './useWallContent.ts'

export function WallFrame({ session }: { readonly session: WorkshopSession }) {
  const map = useRef<MapCanvasHandle | null>(null)
  const frame = useMemo(() => ({ session, store: createFrameStore(), map }), [session])
  const [isWriting, setWriting] = useState(false)
  const [isFollowing, setFollowing] = useState(true)
  const spotlight = useSpotlight(isFollowing)
  const { clock } = useServices()
  const { role } = useReadableValue(session.entry)
  const { title, persona, invitation } = useWallContent(session)
  const people = useOthers(session).map(({ person }) => ({
    id: person.id,
    name: person.name,
    colour: person.colour === '' ? NO_COLOUR : person.colour,
  }))
  usePresentPerson(session, true)
  useWorkshopTitle('wall')
  usePresenting()
  return (
    <FrameContext value={frame}>
      <div className="et-wall">
        <main className="et-wall__stage">
          <MapArea isShown isWall={!isWriting} spotlight={isWriting ? null : spotlight} />
        </main>
        {isWriting ? <ToolBar /> : null}
        <SideArea hasInspector={isWriting} />
        <WallStrip
          title={title}
          persona={persona}
          people={people}
          invitation={invitation}
          status={<HealthChip onlyTrouble={!isWriting} />}
          step={<StepText clock={clock} />}
          controls={
            <WallControls
              workshopId={session.workshopId}
              canWrite={role === 'moderator'}
              isWriting={isWriting}
              isFollowing={isFollowing}
              onFollowing={setFollowing}
              onWriting={setWriting}
            />
          }
        />
      </div>
    </FrameContext>
  )
}

interface WallControlsProps {
  readonly workshopId: string
  readonly canWrite: boolean
  readonly isWriting: boolean
  readonly onWriting: (isWriting: boolean) => void
  readonly isFollowing: boolean
  readonly onFollowing: (isFollowing: boolean) => void
}

function WallControls(props: WallControlsProps) {
  const { workshopId, canWrite, isWriting, onWriting, isFollowing, onFollowing } = props
  const t = useTranslate()
  const [, navigate] = useLocation()
  const leave = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen()
    navigate(`/w/${workshopId}`)
  }
  return (
    <div className="et-wall__controls">
      {canWrite ? (
        <IconButton
          label={t(isWriting ? 'wall.stopWriting' : 'wall.write')}
          icon={isWriting ? <PenOff /> : <Pencil />}
          onClick={() => onWriting(!isWriting)}
        />
      ) : null}
      <IconButton
        label={t('wall.follow')}
        icon={<Focus />}
        pressed={isFollowing}
        onClick={() => onFollowing(!isFollowing)}
      />
      {document.fullscreenEnabled ? (
        <IconButton
          label={t('wall.fullscreen')}
          icon={<Expand />}
          onClick={() => void document.documentElement.requestFullscreen()}
        />
      ) : null}
      <IconButton label={t('wall.leave')} icon={<LogOut />} onClick={leave} />
    </div>
  )
}

/** While the wall is shown the screen stays on and no update takes the page away. */
function usePresenting(): void {
  const t = useTranslate()
  const { readiness } = useServices()
  useEffect(() => readiness.addGuard(() => 'presenting'), [readiness])
  useEffect(
    () =>
      keepAwake(browserForAwake(), (isAwake) => {
        if (!isAwake) showToast(t('wall.notAwake'))
      }),
    [t],
  )
}
