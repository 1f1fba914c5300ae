/**
 * Takes a workshop off this device, after a last look that nothing came since it was found to be elsewhere. Order: this
 * tab lets go (which saves), then rows and pictures in one step, then the logs; killed anywhere in between, either all
 * of it is still here or the next start finishes.
 */
import { documentNames } from '../../model/documentName.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { Device } from '../device.ts'
import type { AppServices } from '../services.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

/** `changed`: something was written since the check; it has to be checked again. */
export type RemovalFailure = StorageFailure | { readonly code: 'changed' }

export async function removeFromDevice(
  services: AppServices,
  device: Device,
  session: WorkshopSession,
  isStillSafe: () => boolean,
): Promise<Result<void, RemovalFailure>> {
  const { workshopId } = session
  const { peopleHere } = session.entry.get()
  if (!isStillSafe()) return err({ code: 'changed' })
  await services.sessions.end(workshopId)
  const removed = await device.catalogue.remove(workshopId, documentNames)
  const listed = await device.catalogue.find(workshopId)
  if (!listed.ok) return listed
  if (listed.value !== null) return removed.ok ? err({ code: 'changed' }) : removed
  // What is left of the logs goes with the next start.
  if (!removed.ok) services.logger.warn('a log is still held by another tab', { ...removed.error })
  return forgetPeople(services, device, peopleHere)
}

/** Names on a borrowed tablet go with the last workshop; before that only those of this one. */
async function forgetPeople(
  { settings }: AppServices,
  device: Device,
  peopleHere: readonly string[],
): Promise<Result<void, StorageFailure>> {
  const left = await device.catalogue.list()
  if (!left.ok) return left
  const { people, lastPersonId } = settings.get()
  const isGone = (id: string) => left.value.length === 0 || peopleHere.includes(id)
  const named = left.value.length === 0 ? { name: '', colour: '' } : {}
  const forgotten = await settings.change({
    ...named,
    people: people.filter(({ id }) => !isGone(id)),
    lastPersonId: lastPersonId === null || isGone(lastPersonId) ? null : lastPersonId,
  })
  return forgotten.ok ? ok(undefined) : forgotten
}
