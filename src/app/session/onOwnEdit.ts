/**
 * What somebody at this device does in any document of a workshop: typed, imported, taken back. What storage, other
 * tabs, the relay or the file of somebody else brings is not.
 */
import { type OriginKind, originKindOf } from '../../model/origins.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Disposer } from '../../shared/disposer.ts'

const OWN: readonly OriginKind[] = ['local', 'import', 'undo']

export function onOwnEdit({ docs }: WorkshopDocument, listener: () => void): Disposer {
  const onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (OWN.includes(originKindOf(origin))) listener()
  }
  const watched = Object.values(docs)
  for (const doc of watched) doc.on('update', onUpdate)
  return () => {
    for (const doc of watched) doc.off('update', onUpdate)
  }
}
