import { systemClock } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { createEmbeddedStorage } from '../../sync-server/storage/embedded.ts'
import { createMemoryStorage } from '../../sync-server/storage/memory.ts'
import { temporaryFolder } from '../sync-server/helpers/startRelay.ts'
import { relayStorageContract } from './relayStorage.ts'

relayStorageContract('memory', () => Promise.resolve({ storage: createMemoryStorage(), reopen: null }))

relayStorageContract('the embedded store', async () => {
  const folder = await temporaryFolder()
  const open = () => createEmbeddedStorage({ folder, logger: silentLogger, clock: systemClock })
  return { storage: open(), reopen: open }
})
