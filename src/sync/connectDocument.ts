/**
 * One document's connection to the relay: a y-websocket provider, and around it what the stock one does not do. It
 * proves its role by sub-protocol, never by address; counts what is durable; keeps frames below the limits; sends
 * nothing that its role may not write; comes back with jitter, and at once when the page or the network does.
 */
import { readVarUint } from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type { Doc, Transaction } from 'yjs'
import { changedPlaces } from '../model/changedPlaces.ts'
import { originKindOf } from '../model/origins.ts'
import { mayWrite, type RelayDocument } from '../protocol/access.ts'
import { roomIdOf } from '../protocol/capability.ts'
import { closeReasonOf, shouldComeBack } from '../protocol/closeCodes.ts'
import { HEARTBEAT_MS } from '../protocol/limits.ts'
import { isDocumentFrame, MESSAGE_ACK } from '../protocol/messages.ts'
import { syncUrl } from '../protocol/socketPath.ts'
import { ACK_PROTOCOL, offerProtocols } from '../protocol/subProtocols.ts'
import type { Disposer } from '../shared/disposer.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import { type ConnectionState, isSameConnectionState } from './connectionState.ts'
import { DeliveryCounter } from './deliveryCounter.ts'
import { type DeliveryStatus, isSameDelivery } from './deliveryStatus.ts'
import { fitFrame } from './documentFrames.ts'
import { isPresenceFrame, ownPresence } from './presenceFrames.ts'
import { relaySocketClass } from './relaySocket.ts'
import { createRetryPace, type RetryPace } from './retryPace.ts'
import type { SyncEnvironment } from './syncEnvironment.ts'
import type { RelayAddress } from './workshopConnection.ts'

export interface ConnectDocumentOptions {
  readonly document: RelayDocument
  readonly doc: Doc
  readonly awareness: Awareness
  readonly relay: RelayAddress
  readonly environment: SyncEnvironment
}

export interface DocumentConnection {
  readonly state: ReadableValue<ConnectionState>
  /** Null for a document that this role only reads: nothing of it is ever to be delivered. */
  readonly delivery: ReadableValue<DeliveryStatus> | null
  /** After a refusal too. */
  readonly reconnect: () => void
  readonly close: Disposer
}

/** A relay says something every 10 s; after this the socket is taken for dead when somebody looks. */
const SILENT_MS = HEARTBEAT_MS * 1.5
/** A network that swallows packets leaves a socket connecting for minutes. */
const CONNECT_WITHIN_MS = 10_000

export function connectDocument(options: ConnectDocumentOptions): DocumentConnection {
  const link = new DocumentLink(options)
  return {
    state: link.state,
    delivery: link.isWriter ? link.delivery : null,
    reconnect: () => link.reconnect(),
    close: () => link.close(),
  }
}

class DocumentLink {
  readonly state = createValueStore<ConnectionState>({ state: 'connecting' }, isSameConnectionState)
  readonly delivery = createValueStore<DeliveryStatus>(
    { state: 'unchecked', pending: 0, things: 0 },
    isSameDelivery,
  )
  readonly isWriter: boolean
  readonly #options: ConnectDocumentOptions
  readonly #provider: WebsocketProvider
  readonly #counter = new DeliveryCounter()
  readonly #disposers: Disposer[] = []
  #lastOrigin: unknown = null
  readonly #pace: RetryPace
  #connectingSince = 0
  #stopPatience: Disposer = () => undefined

  constructor(options: ConnectDocumentOptions) {
    this.#options = options
    const { relay, document, doc } = options
    this.isWriter = mayWrite(relay.capability.role, document)
    this.#pace = createRetryPace(options.environment.clock, options.environment.randomBytes)
    const onUpdate = (_update: Uint8Array, origin: unknown, _doc: Doc, transaction: Transaction): void =>
      this.#noteChange(origin, transaction)
    // Before the provider's own listener, so that a frame finds the change counted that it carries.
    doc.on('update', onUpdate)
    this.#provider = this.#createProvider()
    const { lifecycle } = options.environment
    this.#disposers.push(
      () => doc.off('update', onUpdate),
      lifecycle.on('online', () => this.#wake()),
      lifecycle.on('show', () => this.#wake()),
    )
    this.#provider.connect()
  }

  reconnect(): void {
    this.#pace.begin()
    if (this.state.get().state === 'refused') this.state.set({ state: 'connecting' })
    if (this.#provider.ws !== null) this.#provider.disconnect()
    this.#provider.connect()
  }

  close(): void {
    this.#stopPatience()
    for (const dispose of this.#disposers) dispose()
    this.#provider.destroy()
    this.state.set({ state: 'offline', because: 'closed' })
  }

  #createProvider(): WebsocketProvider {
    const { relay, document, doc, awareness, environment } = this.#options
    const { capability, creationToken } = relay
    const offer = creationToken === undefined ? {} : { creationToken }
    const provider = new WebsocketProvider(syncUrl(relay.origin, roomIdOf(capability)), document, doc, {
      connect: false,
      awareness,
      protocols: offerProtocols(capability.secret, { acknowledge: true, ...offer }),
      // Its own channel between tabs would let edits that reach another tab end there; see linkTabs.
      disableBc: true,
      shouldReconnect: (event) => shouldComeBack(event.code),
      WebSocketPolyfill: relaySocketClass(environment.WebSocket, { outgoing: (frame) => this.#send(frame) }),
    })
    provider.messageHandlers = provider.messageHandlers.map((handle) => this.#guarded(handle))
    provider.messageHandlers[MESSAGE_ACK] = this.#guarded((_encoder, decoder) => {
      this.#counter.noteAcknowledged(readVarUint(decoder), environment.clock.now())
      this.#sayDelivery()
    })
    provider.on('status', ({ status }) => this.#onStatus(status))
    provider.on('sync', (isSynced) => {
      if (isSynced) this.#onSynced()
    })
    provider.on('connection-close', (event) => this.#onClose(event?.code ?? null))
    provider.on('closed', ({ code }) => {
      this.state.set({ state: 'refused', code, reason: closeReasonOf(code) ?? 'unknown' })
    })
    return provider
  }

  /** A frame that cannot be read must not throw in the browser's face; the socket is closed and comes back. */
  #guarded(handle: MessageHandler): MessageHandler {
    return (encoder, decoder, provider, emitSynced, kind) => {
      try {
        handle(encoder, decoder, provider, emitSynced, kind)
      } catch (cause) {
        this.#options.environment.logger.warn('a frame of the relay cannot be read', { kind, cause })
        provider.ws?.close()
      }
    }
  }

  #send(frame: Uint8Array): readonly Uint8Array[] {
    if (isPresenceFrame(frame)) {
      const own = ownPresence(frame, this.#options.awareness.clientID)
      return own === null ? [] : [own]
    }
    if (isDocumentFrame(frame) && !this.isWriter && !this.#isOwnWork()) return []
    const parts = fitFrame(frame)
    this.#counter.noteSent(frame, parts.length)
    this.#sayDelivery()
    return parts
  }

  /**
   * In a document that this role only reads there is no own work, unless something is wrong; then the relay must say
   * so instead of the change silently staying here. What other tabs and the device's storage bring is not ours to send.
   */
  #isOwnWork(): boolean {
    const kind = originKindOf(this.#lastOrigin)
    return kind !== 'remote' && kind !== 'storage'
  }

  #noteChange(origin: unknown, transaction: Transaction): void {
    this.#lastOrigin = origin
    if (origin === this.#provider) return
    const things = changedPlaces(transaction).map(({ root, key }) => `${root}/${key ?? ''}`)
    // Written into what is gone for good: nothing to see, and yet the relay lacks it.
    this.#counter.noteChange(things.length === 0 ? [''] : things)
    this.#sayDelivery()
  }

  #onStatus(status: 'connected' | 'disconnected' | 'connecting'): void {
    this.#stopPatience()
    const { clock, timers } = this.#options.environment
    if (status === 'connecting') {
      this.#connectingSince = clock.now()
      this.#stopPatience = timers.after(CONNECT_WITHIN_MS, () => this.#provider.ws?.close())
    }
    if (status === 'connected') {
      this.state.set({ state: 'connecting' })
      this.#counter.noteOpened(this.#provider.ws?.protocol === ACK_PROTOCOL)
      this.#sayDelivery()
      this.#announceAgain()
    }
  }

  /** The others were told that this client is gone; they believe that it is back only from a newer message. */
  #announceAgain(): void {
    const { awareness } = this.#options
    const state = awareness.getLocalState()
    if (state !== null) awareness.setLocalState(state)
  }

  #onSynced(): void {
    this.#pace.synced()
    this.state.set({ state: 'online' })
  }

  /** y-websocket waits the smaller of its own back-off and `maxBackoffTime`; its own is set out of the way. */
  #onClose(code: number | null): void {
    this.#stopPatience()
    this.#counter.noteClosed()
    this.#sayDelivery()
    this.#provider.wsUnsuccessfulReconnects = 20
    this.#provider.maxBackoffTime = this.#pace.nextAfter(code)
    if (code !== null && !shouldComeBack(code)) return
    const because = code === null ? null : closeReasonOf(code)
    this.state.set({ state: 'offline', because: because ?? 'unreachable' })
  }

  /** The page or the network is back: do not wait, and do not trust a socket that has been silent. */
  #wake(): void {
    const { ws, wsconnected, wsLastMessageReceived, shouldConnect } = this.#provider
    if (!shouldConnect) return
    const now = this.#options.environment.clock.now()
    const heard = wsconnected ? wsLastMessageReceived : this.#connectingSince
    if (ws !== null && now - heard > (wsconnected ? SILENT_MS : CONNECT_WITHIN_MS / 5)) {
      this.#provider.disconnect()
    }
    this.#pace.begin()
    this.#provider.connect()
  }

  #sayDelivery(): void {
    this.delivery.set(this.#counter.status())
  }
}

type MessageHandler = WebsocketProvider['messageHandlers'][number]
