/** Node as the place of a run: a fake IndexedDB per world, and hashes that take no time of their own: same seed, same run. */
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import type { Disposer } from '../../../src/shared/disposer.ts'
import { installStorageFaults } from './storageFaults.ts'

export function nodeStage(): Disposer {
  const factory = new IDBFactory()
  globalThis.indexedDB = factory
  Dexie.dependencies.indexedDB = factory
  Dexie.dependencies.IDBKeyRange = globalThis.IDBKeyRange
  const uninstall = installStorageFaults({
    forceClose: (connection) => forceCloseDatabase(connection as never),
  })
  // As on plain http: there the app hashes in JavaScript, which does not depend on how busy this machine is.
  Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined, configurable: true })
  // Every connection that is taken away makes Dexie say so; here that is hundreds.
  const { warn } = console
  console.warn = (...said: unknown[]) => {
    if (said[0] !== 'Dexie: Need to reopen db') warn(...said)
  }
  return () => {
    console.warn = warn
    Reflect.deleteProperty(globalThis.crypto, 'subtle')
    uninstall()
  }
}
