/** The share dialog with the secrets: links are derived from the own capability, never to a stronger role. */
import { useState } from 'react'
import { ShareDialog } from '../../features/share/ShareDialog.tsx'
import type { ShareRole } from '../../features/share/shareRole.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Capability, Secret } from '../../protocol/capability.ts'
import { deriveCapability, ROLES } from '../../protocol/capability.ts'
import { buildJoinLink } from '../../protocol/joinLink.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { HandBackFlow } from '../handBack/HandBackFlow.tsx'
import { reasonText } from '../reasonText.ts'
import { MoveFlow } from '../room/MoveFlow.tsx'
import { NewLinksNotice } from '../room/NewLinksNotice.tsx'
import { RoomActionFlow } from '../room/RoomActionFlow.tsx'
import { type RoomAction, RoomActions } from '../room/RoomActions.tsx'
import { useRecoverySheet } from '../room/useRecoverySheet.ts'
import { useLanOrigin } from '../useLanOrigin.ts'
import { useFrame } from './FrameContext.ts'

export function ShareArea({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate()
  const { session } = useFrame()
  const entry = useReadableValue(session.entry)
  const connection = useReadableValue(session.connection)
  const state = useReadableValue(connection.state)
  const needsToken = state.state === 'refused' && state.reason === 'creationRefused'
  const { origin } = window.location
  const shared = useLanOrigin(entry.relayOrigin ?? origin, (lan) =>
    showToast(t('share.addressChanged', { host: new URL(lan).host }), { tone: 'error' }),
  )
  const held = entry.secret === null ? null : { role: entry.role, secret: entry.secret as Secret }
  const [hasTried, setHasTried] = useState(false)
  const start = (creationToken: string | undefined) => {
    setHasTried(creationToken !== undefined)
    void session.share(origin, creationToken).then((shared) => {
      if (!shared.ok) showToast(reasonText(t, shared.error), { tone: 'error' })
    })
  }
  const [action, setAction] = useState<RoomAction | null>(null)
  const [hasNewLinks, setNewLinks] = useState(false)
  const printSheet = useRecoverySheet(session, shared)
  const isModerator = held?.role === 'moderator' && entry.relayOrigin !== null
  const back = () => setAction(null)
  if (action === 'handBack') return <HandBackFlow entry={entry} onClose={back} />
  if (action === 'move') return <MoveFlow session={session} onClose={back} />
  if (action !== null) {
    const done = () => {
      setNewLinks(action === 'newLinks')
      back()
    }
    return <RoomActionFlow session={session} action={action} onDone={done} onClose={back} />
  }
  return (
    <ShareDialog
      isShared={entry.relayOrigin !== null && !needsToken}
      host={new URL(origin).host}
      needsToken={needsToken}
      isTokenWrong={needsToken && hasTried}
      onStart={start}
      roles={held === null ? [] : ROLES.slice(ROLES.indexOf(held.role))}
      origin={shared}
      linkFor={(role, at) => (held === null ? '' : linkOf(held, role, at, entry.title))}
      notice={hasNewLinks ? <NewLinksNotice /> : undefined}
      actions={
        <RoomActions
          isModerator={isModerator}
          onAction={setAction}
          onRecoverySheet={printSheet ?? (() => undefined)}
        />
      }
      onClose={onClose}
    />
  )
}

function linkOf(held: Capability, role: ShareRole, origin: string, title: string): string {
  const derived = deriveCapability(held, role)
  return derived.ok ? buildJoinLink(origin, derived.value, title) : ''
}
