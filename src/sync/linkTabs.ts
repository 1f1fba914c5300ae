/**
 * The tabs of one browser that have the same workshop open see each other at once, also without a network. Own channel
 * instead of y-websocket's, whose edits end in the tab that they reach: these arrive as changes of an origin that the
 * provider does not know, so every tab passes them on to the relay as well.
 */
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopOrigin } from '../model/origins.ts'
import type { RelayDocument } from '../protocol/access.ts'
import type { Disposer } from '../shared/disposer.ts'
import type { SyncEnvironment, TabChannel } from './syncEnvironment.ts'
import { readTabMessage, type TabMessage } from './tabMessage.ts'
import type { WorkshopDocuments } from './workshopConnection.ts'

export interface LinkTabsOptions {
  readonly workshopId: string
  readonly documents: WorkshopDocuments
  readonly awareness: Awareness
  readonly environment: SyncEnvironment
}

export function linkTabs(options: LinkTabsOptions): Disposer {
  const { environment, workshopId } = options
  if (environment.openTabChannel === null) return () => undefined
  const link = new TabLink(options, environment.openTabChannel(`etappe/${workshopId}`))
  return () => link.close()
}

class TabLink {
  readonly #options: LinkTabsOptions
  readonly #channel: TabChannel
  readonly #origin = new WorkshopOrigin('remote')
  readonly #disposers: Disposer[] = []

  constructor(options: LinkTabsOptions, channel: TabChannel) {
    this.#options = options
    this.#channel = channel
    channel.listen((message) => this.#receive(message))
    for (const [document, doc] of this.#documents()) this.#follow(document, doc)
    this.#followPresence()
    // A page that slept in the back-forward cache heard nothing.
    this.#disposers.push(options.environment.lifecycle.on('show', () => this.#greet(true)))
    this.#greet(true)
  }

  close(): void {
    for (const dispose of this.#disposers.splice(0)) dispose()
    this.#channel.close()
  }

  #follow(document: RelayDocument, doc: Y.Doc): void {
    const onUpdate = (update: Uint8Array, origin: unknown): void => {
      if (origin !== this.#origin) this.#post({ kind: 'update', document, update })
    }
    doc.on('update', onUpdate)
    this.#disposers.push(() => doc.off('update', onUpdate))
  }

  #followPresence(): void {
    const { awareness } = this.#options
    const onUpdate = (changed: Record<'added' | 'updated' | 'removed', number[]>): void => {
      const { added, updated, removed } = changed
      if ([...added, ...updated, ...removed].includes(awareness.clientID)) this.#postPresence()
    }
    awareness.on('update', onUpdate)
    this.#disposers.push(() => awareness.off('update', onUpdate))
  }

  #greet(wantsAnswer: boolean): void {
    const vectors: Partial<Record<RelayDocument, Uint8Array>> = {}
    for (const [document, doc] of this.#documents()) vectors[document] = Y.encodeStateVector(doc)
    this.#post({ kind: 'hello', vectors, wantsAnswer })
    this.#postPresence()
  }

  #receive(raw: unknown): void {
    const message = readTabMessage(raw)
    if (message === null) return
    switch (message.kind) {
      case 'hello':
        this.#sendMissing(message.vectors)
        if (message.wantsAnswer) this.#greet(false)
        return
      case 'update':
        return this.#apply(message.document, message.update)
      case 'presence':
        return this.#applyPresence(message.update)
    }
  }

  /** Also sends deletions that the other tab has: a state vector does not tell, and applying them again is harmless. */
  #sendMissing(vectors: Partial<Record<RelayDocument, Uint8Array>>): void {
    for (const [document, doc] of this.#documents()) {
      const vector = vectors[document]
      if (vector === undefined) continue
      const update = Y.encodeStateAsUpdate(doc, vector)
      if (update.byteLength > 2) this.#post({ kind: 'update', document, update })
    }
  }

  #apply(document: RelayDocument, update: Uint8Array): void {
    this.#orWarn(() => Y.applyUpdate(this.#options.documents[document], update, this.#origin))
  }

  #applyPresence(update: Uint8Array): void {
    this.#orWarn(() => applyAwarenessUpdate(this.#options.awareness, update, this.#origin))
  }

  /** Another tab may run another version of the app. */
  #orWarn(work: () => void): void {
    try {
      work()
    } catch (cause) {
      this.#options.environment.logger.warn('a message of another tab cannot be read', { cause })
    }
  }

  #postPresence(): void {
    const { awareness } = this.#options
    if (!awareness.meta.has(awareness.clientID)) return
    this.#post({ kind: 'presence', update: encodeAwarenessUpdate(awareness, [awareness.clientID]) })
  }

  #post(message: TabMessage): void {
    this.#channel.post(message)
  }

  #documents(): [RelayDocument, Y.Doc][] {
    return Object.entries(this.#options.documents) as [RelayDocument, Y.Doc][]
  }
}
