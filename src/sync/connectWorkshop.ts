/**
 * Connects a workshop's documents with everything outside this tab: the relay, the other tabs, the people there. One
 * state, one delivery status and one list of people for the whole family of documents.
 */
import { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { RELAY_DOCUMENTS } from '../protocol/access.ts'
import type { Disposer } from '../shared/disposer.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import { announcePresence } from './announcePresence.ts'
import { connectDocument, type DocumentConnection } from './connectDocument.ts'
import {
  combineConnections,
  type ConnectionState,
  isSameConnectionState,
  type RefusedState,
} from './connectionState.ts'
import { combineDelivery, type DeliveryStatus, isSameDelivery } from './deliveryStatus.ts'
import { linkTabs } from './linkTabs.ts'
import { type SyncEnvironment, syncEnvironment } from './syncEnvironment.ts'
import type { ConnectWorkshopOptions, WorkshopConnection } from './workshopConnection.ts'

export function connectWorkshop(options: ConnectWorkshopOptions): WorkshopConnection {
  const environment = syncEnvironment(options.environment)
  const awareness = silentAwareness(options.documents.map)
  const { presence, close: closePresence } = announcePresence(awareness, environment)
  const unlinkTabs = link(options, awareness, environment)
  const links = connectDocuments(options, awareness, environment)
  const state = combine(
    links.map((one) => one.state),
    combineConnections,
    isSameConnectionState,
  )
  const delivery = combine<DeliveryStatus>(
    links.flatMap((one) => (one.delivery === null ? [] : [one.delivery])),
    combineDelivery,
    isSameDelivery,
  )
  const firstSync = waitForFirstSync(links)
  let isClosed = false
  return {
    state: state.value,
    delivery: delivery.value,
    presence,
    whenSynced: () => firstSync.promise,
    reconnect: () => links.forEach((one) => one.reconnect()),
    close: () => {
      if (isClosed) return
      isClosed = true
      closePresence()
      for (const one of links) one.close()
      unlinkTabs()
      for (const stop of [firstSync.stop, state.stop, delivery.stop]) stop()
      awareness.destroy()
    },
  }
}

/** Nobody is announced before there is somebody. */
function silentAwareness(doc: Doc): Awareness {
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  return awareness
}

function link(options: ConnectWorkshopOptions, awareness: Awareness, environment: SyncEnvironment): Disposer {
  const { workshopId, documents } = options
  return workshopId === null ? () => undefined : linkTabs({ workshopId, documents, awareness, environment })
}

/** People are announced in the map alone; the other documents' providers get an awareness that never says anything. */
function connectDocuments(
  { documents, relay }: ConnectWorkshopOptions,
  awareness: Awareness,
  environment: SyncEnvironment,
): readonly DocumentConnection[] {
  if (relay === null) return []
  return RELAY_DOCUMENTS.map((document) => {
    const doc = documents[document]
    if (document === 'map') return connectDocument({ document, doc, awareness, relay, environment })
    const silent = silentAwareness(doc)
    const connection = connectDocument({ document, doc, awareness: silent, relay, environment })
    return {
      ...connection,
      close: () => {
        connection.close()
        silent.destroy()
      },
    }
  })
}

function combine<T>(
  values: readonly ReadableValue<T>[],
  merge: (held: readonly T[]) => T,
  isSame: (a: T, b: T) => boolean,
): { readonly value: ReadableValue<T>; readonly stop: Disposer } {
  const merged = (): T => merge(values.map((value) => value.get()))
  const store = createValueStore(merged(), isSame)
  const stops = values.map((value) => value.subscribe(() => store.set(merged())))
  return { value: store, stop: () => stops.forEach((stop) => stop()) }
}

type FirstSync = Result<void, RefusedState | 'closed'>

function waitForFirstSync(links: readonly DocumentConnection[]): {
  readonly promise: Promise<FirstSync>
  readonly stop: Disposer
} {
  const synced = new Set<DocumentConnection>()
  let settle: (result: FirstSync) => void = () => undefined
  const promise = new Promise<FirstSync>((resolve) => {
    settle = resolve
  })
  const check = (one: DocumentConnection, now: ConnectionState): void => {
    if (now.state === 'refused') settle(err(now))
    if (now.state === 'online') synced.add(one)
    if (synced.size === links.length) settle(ok(undefined))
  }
  const stops = links.map((one) => one.state.subscribe((now) => check(one, now)))
  if (links.length === 0) settle(ok(undefined))
  return {
    promise,
    stop: () => {
      stops.forEach((stop) => stop())
      settle(err('closed'))
    },
  }
}
