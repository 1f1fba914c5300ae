/** What stands at the edge of the wall: title, persona, and the invitation that this device's link allows. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import type { WallInvitation, WallPersona } from '../../features/wall/WallStrip.tsx'
import { isOnlyThisMachine } from '../../features/share/lanAddress.logic.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { Secret } from '../../protocol/capability.ts'
import { deriveCapability } from '../../protocol/capability.ts'
import { buildJoinLink } from '../../protocol/joinLink.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useLanOrigin } from '../useLanOrigin.ts'
import { useMediaUrl } from '../session/useMediaUrl.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export interface WallContent {
  readonly title: string
  readonly persona: WallPersona | null
  readonly invitation: WallInvitation
}

export function useWallContent(session: WorkshopSession): WallContent {
  const title = useSnapshot((snapshot) => snapshot.meta.title)
  const persona = useSnapshot((snapshot) => {
    const id = mainJourney(snapshot)?.personaIds[0]
    return id === undefined ? null : (snapshot.personas.get(standsFor(snapshot, 'personas', id)) ?? null)
  })
  const { mediaUrl } = useMediaUrl(session)
  const entry = useReadableValue(session.entry)
  const lan = useLanOrigin(entry.relayOrigin ?? window.location.origin)
  return {
    title,
    persona:
      persona === null
        ? null
        : {
            name: persona.name,
            role: persona.role,
            quote: persona.quote,
            pictureUrl: persona.pictureId === null ? undefined : mediaUrl(persona.pictureId),
          },
    invitation: invitationOf({ ...entry, relayOrigin: entry.relayOrigin === null ? null : lan }),
  }
}

/** The room gets the participant's link, never a stronger one; a wall that may not make it shows none. */
export function invitationOf(entry: Pick<WorkshopEntry, 'relayOrigin' | 'secret' | 'role'>): WallInvitation {
  const { relayOrigin, secret, role } = entry
  if (secret === null) return { kind: 'none' }
  const writer = deriveCapability({ role, secret: secret as Secret }, 'writer')
  if (!writer.ok) return { kind: 'none' }
  if (relayOrigin === null) return { kind: 'notShared' }
  if (isOnlyThisMachine(relayOrigin)) return { kind: 'localhost' }
  return { kind: 'code', link: buildJoinLink(relayOrigin, writer.value) }
}
