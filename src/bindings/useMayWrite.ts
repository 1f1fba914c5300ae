/** Whether this device may change a document: readers see the same fields, but only to look at. */
import type { DocumentName } from '../model/documentName.ts'
import { schemaVersion } from '../model/schema.ts'
import { useSnapshot } from './useSnapshot.ts'
import { useWorkshop } from './WorkshopContext.ts'

export function useMayWrite(document: DocumentName = 'map'): boolean {
  const { actor } = useWorkshop()
  const isNewer = useSnapshot((snapshot) => snapshot.meta.minWriter > schemaVersion)
  return !isNewer && (actor.mayWrite === undefined || actor.mayWrite.includes(document))
}
