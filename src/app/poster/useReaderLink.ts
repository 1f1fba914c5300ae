/** The link that lets people look at the workshop and change nothing; null while it is not shared. */
import { useMemo } from 'react'
import { deriveCapability, type Secret } from '../../protocol/capability.ts'
import { buildJoinLink } from '../../protocol/joinLink.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { useLanOrigin } from '../useLanOrigin.ts'

export function useReaderLink(session: WorkshopSession): string | null {
  const { role, secret, relayOrigin } = useReadableValue(session.entry)
  // Another device cannot reach this machine by the name that this machine has for itself.
  const origin = useLanOrigin(relayOrigin ?? window.location.origin, () => undefined)
  return useMemo(() => {
    if (secret === null || relayOrigin === null) return null
    const reader = deriveCapability({ role, secret: secret as Secret }, 'reader')
    // Without the title, which only greets: the squares are larger and easier to scan.
    return reader.ok ? buildJoinLink(origin, reader.value, '') : null
  }, [role, secret, relayOrigin, origin])
}
