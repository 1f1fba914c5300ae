/** All four links of a new room. */
import {
  type Capability,
  createModeratorCapability,
  deriveCapability,
  type Role,
} from '../../../src/protocol/capability.ts'

export type Links = Readonly<Record<Role, Capability>>

export function newLinks(): Links {
  const moderator = createModeratorCapability()
  const link = (role: Role): Capability => {
    const derived = deriveCapability(moderator, role)
    if (!derived.ok) throw new Error(derived.error)
    return derived.value
  }
  return { moderator, writer: link('writer'), reviewer: link('reviewer'), reader: link('reader') }
}
