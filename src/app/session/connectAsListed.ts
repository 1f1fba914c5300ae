/**
 * The connection that belongs to what the device's catalogue says about a workshop: another relay, secret or role is
 * another connection, whichever tab learned of it.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Secret } from '../../protocol/capability.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { ReadableValue } from '../../shared/valueStore.ts'
import { createValueStore } from '../../shared/valueStore.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { connectWorkshop } from '../../sync/connectWorkshop.ts'
import type { WorkshopConnection } from '../../sync/workshopConnection.ts'

export interface ListedConnection {
  readonly connection: ReadableValue<WorkshopConnection>
  /** The next change of the entry connects anew, also to the same relay, with this leave to open a room there. */
  readonly prepare: (creationToken: string | undefined) => void
  readonly close: Disposer
}

export function connectAsListed(
  entry: ReadableValue<WorkshopEntry>,
  document: WorkshopDocument,
): ListedConnection {
  let connectedTo: string | null = addressOf(entry.get())
  let token: string | undefined
  const connection = createValueStore(connect(entry.get(), document))
  const stop = entry.subscribe((current) => {
    const address = addressOf(current)
    if (address === connectedTo) return
    connectedTo = address
    connection.get().close()
    connection.set(connect(current, document, token))
  })
  return {
    connection,
    prepare: (creationToken) => {
      token = creationToken
      connectedTo = null
    },
    close: () => {
      stop()
      connection.get().close()
    },
  }
}

function addressOf({ relayOrigin, secret, role }: WorkshopEntry): string {
  return JSON.stringify([relayOrigin, secret, role])
}

function connect(
  { relayOrigin, secret, role, workshopId }: WorkshopEntry,
  document: WorkshopDocument,
  creationToken?: string,
): WorkshopConnection {
  const token = creationToken === undefined ? {} : { creationToken }
  const relay =
    relayOrigin === null || secret === null
      ? null
      : { origin: relayOrigin, capability: { role, secret: secret as Secret }, ...token }
  return connectWorkshop({ workshopId, documents: document.docs, relay })
}
