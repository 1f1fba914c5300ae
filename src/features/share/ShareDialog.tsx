/** Links for everybody who may come in, as text and as a QR code, and nothing more than the own link allows. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ShareLinks } from './ShareLinks.tsx'
import type { ShareRole } from './shareRole.ts'
import type { StartSharingProps } from './StartSharing.tsx'
import { StartSharing } from './StartSharing.tsx'

export interface ShareDialogProps extends StartSharingProps {
  /** False while the workshop lives on this device only. */
  readonly isShared: boolean
  /** Those that the own link can make, strongest first. */
  readonly roles: readonly ShareRole[]
  /** Where this page came from. */
  readonly origin: string
  readonly linkFor: (role: ShareRole, origin: string) => string
  /** What has just happened to the links. */
  readonly notice?: ReactNode | undefined
  /** What can be done to the whole room, under the links; also reachable while nothing is shared. */
  readonly actions?: ReactNode
  readonly onClose: () => void
}

export function ShareDialog(props: ShareDialogProps) {
  const { isShared, roles, origin, linkFor, onClose } = props
  const t = useTranslate()
  return (
    <Dialog
      open
      size={isShared ? 'l' : 'm'}
      title={isShared ? t('share.title') : t('share.startTitle')}
      onClose={onClose}
    >
      {props.notice === undefined ? null : <div className="et-share__notice">{props.notice}</div>}
      {roles.length === 0 ? (
        <Callout>
          <p>{t('share.notShareable')}</p>
        </Callout>
      ) : null}
      {isShared ? (
        <ShareLinks key={origin} roles={roles} origin={origin} linkFor={linkFor} />
      ) : (
        <StartSharing {...props} />
      )}
      {props.actions}
    </Dialog>
  )
}
