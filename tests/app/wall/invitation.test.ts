import { describe, expect, it } from 'vitest'
import { invitationOf } from '../../../src/app/wall/useWallContent.ts'
import type { Role } from '../../../src/protocol/capability.ts'
import { createModeratorCapability, deriveCapability, roomIdOf } from '../../../src/protocol/capability.ts'
import { parseJoinLink } from '../../../src/protocol/joinLink.ts'
import { newWorkshopEntry } from '../../../src/storage/workshopEntry.ts'

const moderator = createModeratorCapability()

function wallOf(role: Role, relayOrigin: string | null = 'https://relay.example') {
  const held = deriveCapability(moderator, role)
  if (!held.ok) throw new Error(held.error)
  return newWorkshopEntry('w', 0, {
    role,
    secret: held.value.secret,
    roomId: roomIdOf(held.value),
    relayOrigin,
  })
}

describe('the code on the wall', () => {
  it.each(['moderator', 'writer'] as const)(
    'lets participants in from a wall that is %s, and no further',
    (role) => {
      const invitation = invitationOf(wallOf(role))
      if (invitation.kind !== 'code') throw new Error(invitation.kind)
      expect(parseJoinLink(invitation.link)).toMatchObject({
        ok: true,
        value: { capability: { role: 'writer' } },
      })
    },
  )

  it.each(['reviewer', 'reader'] as const)('is not there on a wall that is %s', (role) => {
    expect(invitationOf(wallOf(role))).toEqual({ kind: 'none' })
  })

  it('is not there before the workshop is shared, or where only this machine would understand it', () => {
    expect(invitationOf(wallOf('moderator', null))).toEqual({ kind: 'notShared' })
    expect(invitationOf(wallOf('moderator', 'http://localhost:4321'))).toEqual({ kind: 'localhost' })
  })
})
