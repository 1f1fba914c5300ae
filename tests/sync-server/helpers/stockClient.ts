/**
 * y-websocket as published, 3.1 and 1.5: the first takes sub-protocols itself, the second gets them through the WebSocket
 * class it is handed. No BroadcastChannel: everything a test sees went over the relay.
 */
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider as Provider3 } from 'y-websocket'
import { WebsocketProvider as Provider1 } from 'y-websocket-1'
import * as Y from 'yjs'
import type { RelayDocument } from '../../../src/protocol/access.ts'
import type { Capability } from '../../../src/protocol/capability.ts'
import { offerProtocols } from '../../../src/protocol/subProtocols.ts'
import type { StartedRelay } from './startRelay.ts'
import { waitFor } from './waitFor.ts'

// Every provider listens for the end of the process; rooms of thirty are no leak.
process.setMaxListeners(0)

export type StockVersion = '3.1' | '1.5'

export interface StockClient {
  readonly doc: Y.Doc
  readonly cards: Y.Map<unknown>
  readonly provider: Provider3
  /** Close codes seen, oldest first. */
  readonly closes: number[]
  readonly synced: () => Promise<void>
  readonly stop: () => void
}

export interface ConnectOptions {
  readonly version?: StockVersion
  readonly document?: RelayDocument
  readonly doc?: Y.Doc
}

export function connectStock(
  relay: Pick<StartedRelay, 'urlOf'>,
  capability: Capability,
  options: ConnectOptions = {},
): StockClient {
  const doc = options.doc ?? new Y.Doc()
  const document = options.document ?? 'map'
  const protocols = offerProtocols(capability.secret)
  const provider =
    (options.version ?? '3.1') === '3.1'
      ? new Provider3(relay.urlOf(capability), document, doc, {
          protocols,
          disableBc: true,
          WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        })
      : connectOld(relay.urlOf(capability), document, doc, protocols)
  const closes: number[] = []
  provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  const stop = () => provider.destroy()
  onTestFinished(stop)
  return {
    doc,
    cards: doc.getMap('cards'),
    provider,
    closes,
    synced: () => waitFor(`${document} is synced`, () => provider.synced),
    stop,
  }
}

function connectOld(url: string, document: string, doc: Y.Doc, protocols: string[]): Provider3 {
  class ProvingWebSocket extends WebSocket {
    constructor(address: string) {
      super(address, protocols)
    }
  }
  const options = {
    disableBc: true,
    WebSocketPolyfill: ProvingWebSocket as unknown as typeof globalThis.WebSocket,
  }
  return new Provider1(url, document, doc, options) as unknown as Provider3
}
