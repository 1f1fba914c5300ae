/** What a role is called on screen. */
import type { DeviceRole } from '../../storage/workshopEntry.ts'

const KEYS = {
  moderator: 'home.roleModerator',
  writer: 'home.roleWriter',
  reviewer: 'home.roleReviewer',
  reader: 'home.roleReader',
} as const

export function roleKey(role: DeviceRole): (typeof KEYS)[DeviceRole] {
  return KEYS[role]
}
