/** Whose device has the bytes of a picture or recording, for "still on Anna's tablet"; empty when nobody can tell. */
import type { Media } from '../records/media.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { standsFor } from './standsFor.ts'

export function mediaHolder(snapshot: WorkshopSnapshot, { deviceName, createdBy }: Media): string {
  if (deviceName !== '') return deviceName
  if (createdBy === null) return ''
  return snapshot.persons.get(standsFor(snapshot, 'persons', createdBy))?.name ?? ''
}
