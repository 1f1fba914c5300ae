/**
 * Reads a workshop's documents from its relay anew, into documents that nobody else sees: what is really there, not
 * what this device was told. For the moment before something is removed that would otherwise be the only copy.
 */
import { Doc } from 'yjs'
import { RELAY_DOCUMENTS, type RelayDocument } from '../protocol/access.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { systemTimers } from '../shared/timers.ts'
import { connectWorkshop } from './connectWorkshop.ts'
import type { RefusedState } from './connectionState.ts'
import type { SyncEnvironment } from './syncEnvironment.ts'
import type { RelayAddress, WorkshopDocuments } from './workshopConnection.ts'

export type ReadRelayFailure = { readonly state: 'unreachable' } | RefusedState

export interface ReadRelayOptions {
  readonly relay: RelayAddress
  readonly withinMs: number
  readonly environment?: Partial<SyncEnvironment>
}

/** The documents are the caller's to destroy. Writes nothing: documents that are empty have nothing to send. */
export async function readRelay(
  options: ReadRelayOptions,
): Promise<Result<WorkshopDocuments, ReadRelayFailure>> {
  const { relay, withinMs, environment = {} } = options
  const documents = Object.fromEntries(RELAY_DOCUMENTS.map((name) => [name, new Doc()])) as Record<
    RelayDocument,
    Doc
  >
  const connection = connectWorkshop({ workshopId: null, documents, relay, environment })
  const stop = (environment.timers ?? systemTimers).after(withinMs, () => connection.close())
  const synced = await connection.whenSynced()
  stop()
  connection.close()
  if (synced.ok) return ok(documents)
  for (const doc of Object.values(documents)) doc.destroy()
  return err(synced.error === 'closed' ? { state: 'unreachable' } : synced.error)
}
