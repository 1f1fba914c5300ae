/** The health panel with what only the app knows: reasons in words, the browser's promises, the way out as a file. */
import { useEffect, useState } from 'react'
import { useNow } from '../../features/facilitation/useNow.ts'
import { HealthPanel } from '../../features/health/Panel.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { checkKept } from '../../storage/checkKept.ts'
import { isRoomClosed } from '../../storage/workshopEntry.ts'
import type { StorageHealth } from '../../storage/storageHealth.ts'
import { readStorageHealth } from '../../storage/storageHealth.ts'
import { ok } from '../../shared/result.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { closeReasonText, laterReasonText } from '../closeReasonText.ts'
import { reasonText } from '../reasonText.ts'
import { ExportAllFlow } from '../deviceArchive/ExportAllFlow.tsx'
import { HandBackFlow } from '../handBack/HandBackFlow.tsx'
import { ClosedWaysOn, MovedWaysOn } from '../room/WorkshopNotices.tsx'
import { useServices } from '../ServicesContext.ts'
import { useFrame } from './FrameContext.ts'
import { useHasNetwork } from './useHasNetwork.ts'
import { useSaveCopy } from './useSaveCopy.ts'
import { reloadPage } from '../reloadPage.ts'

export function HealthArea({ onClose }: { readonly onClose: () => void }) {
  const { session } = useFrame()
  const entry = useReadableValue(session.entry)
  const [dialog, setDialog] = useState<HealthDialog | null>(null)
  const back = () => setDialog(null)
  return (
    <>
      <HealthSheet onClose={onClose} onDialog={setDialog} />
      {dialog === 'handBack' ? <HandBackFlow entry={entry} onClose={back} /> : null}
      {dialog === 'exportAll' ? <ExportAllFlow onClose={back} /> : null}
    </>
  )
}

type HealthDialog = 'handBack' | 'exportAll'

interface HealthSheetProps {
  readonly onClose: () => void
  readonly onDialog: (dialog: HealthDialog) => void
}

function HealthSheet({ onClose, onDialog }: HealthSheetProps) {
  const t = useTranslate()
  const { session } = useFrame()
  const { clock, device } = useServices()
  const storage = useStorageHealth()
  const saveCopy = useSaveCopy()
  const entry = useReadableValue(session.entry)
  const connection = useReadableValue(session.connection)
  const state = useReadableValue(connection.state)
  const save = useReadableValue(session.persistence.status)
  const now = useNow(clock, true)
  return (
    <HealthPanel
      save={save}
      saveReason={'failure' in save ? reasonText(t, save.failure) : ''}
      connection={state}
      refusalReason={state.state === 'refused' ? closeReasonText(t, state.reason) : ''}
      hasNetwork={useHasNetwork(entry.relayOrigin)}
      laterReason={laterReasonText(t, state)}
      delivery={useReadableValue(connection.delivery)}
      pictures={useReadableValue(session.pictures.status)}
      relayHost={entry.relayOrigin === null ? null : new URL(entry.relayOrigin).host}
      recovered={session.recovered}
      hasGaps={useReadableValue(session.hasGaps)}
      isOnlyHere={typeof entry.onlyHereSince === 'number'}
      lastDeliveredAt={entry.lastDeliveredAt}
      storage={storage}
      lastExportAt={entry.lastExportAt}
      now={now}
      onRetry={session.persistence.retry}
      onReadAgain={reloadPage}
      onReconnect={connection.reconnect}
      onSaveCopy={saveCopy.save}
      onHandBack={() => onDialog('handBack')}
      onExportAll={() => onDialog('exportAll')}
      roomNotice={
        isRoomClosed(entry) ? <ClosedWaysOn session={session} /> : <MovedWaysOn session={session} />
      }
      onClose={onClose}
      checks={
        device.ok
          ? {
              onCheck: () => checkKept({ ...session, database: device.value.database }),
              reasonOf: (failure) => reasonText(t, failure),
            }
          : null
      }
    />
  )
}

function useStorageHealth(): StorageHealth | null {
  const { device } = useServices()
  const [health, setHealth] = useState<StorageHealth | null>(null)
  useEffect(() => {
    let left = false
    void readStorageHealth(device.ok ? ok(device.value.database) : device).then((read) =>
      left ? undefined : setHealth(read),
    )
    return () => {
      left = true
    }
  }, [device])
  return health
}
