/** Moving to another address: what the dialog needs from the open workshop. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { MoveDialog } from '../../features/room/MoveDialog.tsx'
import { readNewOrigin } from '../../features/room/newAddress.logic.ts'
import { isOnlyThisMachine } from '../../features/share/lanAddress.logic.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Secret } from '../../protocol/capability.ts'
import { buildJoinLink } from '../../protocol/joinLink.ts'
import type { NewAddress } from '../../protocol/newAddress.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useSaveCopy } from '../frame/useSaveCopy.ts'
import { reasonText } from '../reasonText.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { newAddressOf, tellNewAddress } from './newAddressOf.ts'
import { noteSeen } from './seenAddresses.ts'

export interface MoveFlowProps {
  readonly session: WorkshopSession
  readonly onClose: () => void
}

export function MoveFlow({ session, onClose }: MoveFlowProps) {
  const t = useTranslate()
  const { save } = useSaveCopy()
  const entry = useReadableValue(session.entry)
  const text = useSnapshot((snapshot) => snapshot.stage.newAddress)
  const { role, secret, relayOrigin, title } = entry
  const here = [window.location.origin, ...(relayOrigin === null ? [] : [relayOrigin])]
  const tell = (address: NewAddress | null) => {
    const told = tellNewAddress(session, address)
    if (!told.ok) return void showToast(reasonText(t, told.error), { tone: 'error' })
    noteSeen(session.document.snapshot().stage.newAddress)
    if (address !== null) showToast(t('room.moveTold'))
  }
  return (
    <MoveDialog
      told={newAddressOf(text, entry)}
      check={(typed) => readNewOrigin(typed, here, isOnlyThisMachine)}
      linkAt={(origin) =>
        secret === null ? origin : buildJoinLink(origin, { role, secret: secret as Secret }, title)
      }
      onSave={save}
      onTell={(origin, isOnly) => tell({ origin, isOnly })}
      onTakeBack={() => tell(null)}
      onClose={onClose}
    />
  )
}
