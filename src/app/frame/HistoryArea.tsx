/** The history panel with the versions of this device and the map that draws them. */
import { Suspense, useMemo } from 'react'
import type { HistoryTools } from '../../features/history/historyTools.ts'
import { HistoryPanel } from '../../features/history/Panel.tsx'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import type { Result } from '../../shared/result.ts'
import type { DocumentKey } from '../../storage/checkpoints.ts'
import { listCheckpoints, readCheckpoint } from '../../storage/checkpoints.ts'
import type { DeviceDatabase } from '../../storage/database.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { nameVersion } from '../../storage/versionNames.ts'
import { Loading } from '../../ui/Loading.tsx'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import { lazyView } from '../lazyView.tsx'
import { useFrame } from './FrameContext.ts'
import { useSaveCopy } from './useSaveCopy.ts'

const VersionMap = lazyView(async () => (await import('./VersionMap.tsx')).VersionMap)

export function HistoryArea({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate()
  const locale = useLocale()
  const { session } = useFrame()
  const { device } = useServices()
  const { saveWithVersions } = useSaveCopy()
  const tools = useMemo<HistoryTools>(() => {
    const key: DocumentKey = { workshopId: session.workshopId, document: 'map' }
    const stored = <T,>(work: (database: DeviceDatabase) => Promise<Result<T, StorageFailure>>) =>
      device.ok ? work(device.value.database) : Promise.resolve(device)
    return {
      list: () => stored((database) => listCheckpoints(database, key)),
      read: (id) => stored((database) => readCheckpoint(database, id)),
      name: (id, name) => stored((database) => nameVersion(database, id, name)),
      keepNow: () => session.persistence.checkpoint(key.document),
      saveFile: saveWithVersions,
      drawPicture: async (snapshot) => {
        const { drawThumbnail } = await import('../drawThumbnail.ts')
        return drawThumbnail(snapshot, locale)
      },
      renderMap: (version) => (
        <Suspense fallback={<Loading label={t('history.loading')} />}>
          <VersionMap version={version} session={session} />
        </Suspense>
      ),
      reasonOf: (failure) => reasonText(t, failure),
    }
  }, [device, session, locale, t, saveWithVersions])
  return <HistoryPanel tools={tools} onClose={onClose} />
}
