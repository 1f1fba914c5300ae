/** Kept states of one document, for the tests of versions. */
import * as Y from 'yjs'
import { listCheckpoints } from '../../src/storage/checkpoints.ts'
import type { DeviceDatabase } from '../../src/storage/database.ts'
import { WORKSHOP } from './deviceFixture.ts'

export const KEY = { workshopId: WORKSHOP, document: 'map' }

export function stateWith(card: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('cards').set(card, 'x')
  return Y.encodeStateAsUpdate(doc)
}

export async function listed(database: DeviceDatabase) {
  const list = await listCheckpoints(database, KEY)
  if (!list.ok) throw new Error(list.error.detail)
  return list.value
}
