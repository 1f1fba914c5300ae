/**
 * The relay and the network of a run: a lane to and a lane from every connected tab. A connection that breaks loses
 * what was on the way; on the way down messages also overtake each other and arrive twice. What the relay has, it keeps.
 */
import * as Y from 'yjs'
import { type DocumentName, documentNames } from '../../../src/model/documentName.ts'
import { WorkshopOrigin } from '../../../src/model/origins.ts'
import type { WorkshopDocs } from '../../../src/model/workshopDocument.ts'
import type { Disposer } from '../../../src/shared/disposer.ts'

interface Message {
  readonly document: DocumentName
  readonly update: Uint8Array
  /** The words that are on the relay with it. */
  readonly words: readonly string[]
}

export interface HubPeer {
  readonly docs: WorkshopDocs
  /** Written and neither saved nor delivered yet. */
  readonly undelivered: () => readonly string[]
  readonly delivered: (words: readonly string[]) => void
}

/** Not the one that files are merged with: those changes go to the relay too. */
const FROM_NETWORK = new WorkshopOrigin('remote')

class Lane {
  readonly peer: HubPeer
  readonly up: Message[] = []
  readonly down: Message[] = []

  constructor(peer: HubPeer) {
    this.peer = peer
  }
}

export class Hub {
  readonly docs: WorkshopDocs = { map: new Y.Doc(), stage: new Y.Doc(), review: new Y.Doc() }
  readonly #lanes = new Map<HubPeer, Lane>()

  constructor(firstClient: number) {
    documentNames.forEach((name, index) => {
      this.docs[name].clientID = firstClient + index
      this.docs[name].on('update', (update: Uint8Array, from: unknown) => {
        for (const lane of this.#lanes.values()) {
          if (lane !== from) lane.down.push({ document: name, update, words: [] })
        }
      })
    })
  }

  /** From a device that is not played here. */
  receive(document: DocumentName, update: Uint8Array): void {
    Y.applyUpdate(this.docs[document], update)
  }

  isConnected(peer: HubPeer): boolean {
    return this.#lanes.has(peer)
  }

  /** Both sides say what they have and send each other the rest, as the sync protocol does. */
  connect(peer: HubPeer): Disposer {
    const lane = new Lane(peer)
    const stops = documentNames.map((document) => {
      const doc = peer.docs[document]
      const words = peer.undelivered()
      lane.down.push({
        document,
        words: [],
        update: Y.encodeStateAsUpdate(this.docs[document], Y.encodeStateVector(doc)),
      })
      lane.up.push({
        document,
        words: [],
        update: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.docs[document])),
      })
      if (document === documentNames.at(-1))
        lane.up.push({ document, update: Y.encodeStateAsUpdate(new Y.Doc()), words })
      const send = (update: Uint8Array, origin: unknown): void => {
        if (origin !== FROM_NETWORK) lane.up.push({ document, update, words: peer.undelivered() })
      }
      doc.on('update', send)
      return () => doc.off('update', send)
    })
    this.#lanes.set(peer, lane)
    return () => {
      stops.forEach((stop) => stop())
      this.#lanes.delete(peer)
    }
  }

  /** Gives whether anything was on the way. */
  deliverUp(peer: HubPeer, count: number): boolean {
    const lane = this.#lanes.get(peer)
    for (const { document, update, words } of lane?.up.splice(0, count) ?? []) {
      Y.applyUpdate(this.docs[document], update, lane)
      peer.delivered(words)
    }
    return (lane?.up.length ?? 0) > 0
  }

  deliverDown(peer: HubPeer, pick: (length: number) => number, isTwice = false): boolean {
    const lane = this.#lanes.get(peer)
    if (lane === undefined || lane.down.length === 0) return false
    const [message] = lane.down.splice(pick(lane.down.length), 1)
    if (message === undefined) return false
    Y.applyUpdate(peer.docs[message.document], message.update, FROM_NETWORK)
    if (isTwice) lane.down.push(message)
    return true
  }

  destroy(): void {
    for (const doc of Object.values(this.docs)) doc.destroy()
  }
}
