/** The whole story behind the chip: this device, the relay, and whether the browser keeps it. */
import { Download, LogOut, PackageCheck, RefreshCw, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { CheckNow, type CheckNowProps } from './CheckNow.tsx'
import { DeviceText } from './DeviceText.tsx'
import type { HealthFacts } from './healthFacts.ts'
import { KeepText } from './KeepText.tsx'
import { PicturesText } from './PicturesText.tsx'
import { RelayText } from './RelayText.tsx'
import './Health.css'

export interface HealthPanelProps extends HealthFacts {
  readonly onRetry: () => void
  /** What could not be read is read by a new page: an open workshop does not begin anew. */
  readonly onReadAgain: () => void
  readonly onReconnect: () => void
  readonly onSaveCopy: () => void
  readonly onClose: () => void
  /** What the moderator has done to the room: closed, or at another address. */
  readonly roomNotice?: ReactNode
  readonly onHandBack: () => void
  readonly onExportAll: () => void
  /** Null where nothing can be kept at all: there is nothing to check. */
  readonly checks: CheckNowProps | null
}

export function HealthPanel(props: HealthPanelProps) {
  const t = useTranslate()
  const { save, relayHost, connection } = props
  const isUnread = save.state === 'loadFailed'
  const isClosed = connection.state === 'refused' && connection.reason === 'roomClosed'
  const saveFailed = save.state === 'notSaved' || isUnread
  return (
    <Sheet title={t('health.title')} onClose={props.onClose} takeFocus>
      <div className="et-stack">
        <Part title={t('health.device')}>
          <DeviceText {...props} />
          <div className="et-row">
            {saveFailed ? (
              <Button icon={<RotateCw />} onClick={isUnread ? props.onReadAgain : props.onRetry}>
                {t(isUnread ? 'health.readAgain' : 'health.retry')}
              </Button>
            ) : null}
            <Button
              tone={saveFailed ? 'primary' : 'secondary'}
              icon={<Download />}
              onClick={props.onSaveCopy}
            >
              {t('health.saveCopy')}
            </Button>
          </div>
        </Part>
        <Part title={t('health.relay')}>
          <RelayText {...props} />
          <PicturesText {...props} />
          {relayHost === null || connection.state === 'online' || isClosed ? null : (
            <Button icon={<RefreshCw />} onClick={props.onReconnect}>
              {t('health.reconnect')}
            </Button>
          )}
          {props.roomNotice}
        </Part>
        <Part title={t('health.keep')}>
          <KeepText {...props} />
          {props.checks === null ? null : <CheckNow {...props.checks} />}
          <Button icon={<PackageCheck />} onClick={props.onExportAll}>
            {t('deviceArchive.action')}
          </Button>
          <Button icon={<LogOut />} onClick={props.onHandBack}>
            {t('handBack.action')}
          </Button>
        </Part>
      </div>
    </Sheet>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="et-health">
      <h3>{title}</h3>
      {children}
    </section>
  )
}
