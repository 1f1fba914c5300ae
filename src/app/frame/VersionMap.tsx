/** The map of an earlier state, to look around in; nothing on it can be changed. */
import { useMemo } from 'react'
import { MapCanvas } from '../../canvas/MapCanvas.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { useSettings } from '../ServicesContext.ts'
import { useMediaUrl } from '../session/useMediaUrl.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { useTheme } from '../useTheme.ts'

export interface VersionMapProps {
  readonly version: WorkshopDocument
  readonly session: WorkshopSession
}

const READER = { personId: null, mayWrite: [] } as const
const NO_HISTORY = { undo: () => false, redo: () => false, gesture: <T,>(body: () => T) => body() }
const NOBODY = [] as const

export function VersionMap({ version, session }: VersionMapProps) {
  const t = useTranslate()
  const theme = useTheme(useSettings().theme)
  const { mediaUrl } = useMediaUrl(session)
  const journeyId = useMemo(() => mainJourney(version.snapshot())?.id ?? null, [version])
  if (journeyId === null) return <p>{t('history.noMap')}</p>
  return (
    <MapCanvas
      workshop={version}
      journeyId={journeyId}
      actor={READER}
      history={NO_HISTORY}
      mode="readonly"
      tool="move"
      onToolChange={ignore}
      onSelect={ignore}
      onRefused={ignore}
      peers={NOBODY}
      onWhereabouts={ignore}
      mediaUrl={mediaUrl}
      theme={theme}
    />
  )
}

function ignore(): void {}
