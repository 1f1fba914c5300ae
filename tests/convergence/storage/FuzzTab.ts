/**
 * One open page of a device: the real model, undo, storage and tab link, on that device's disk. Dies in two ways: closed
 * (flushes) or killed (nothing runs any more); either way what it said to be saved must be read back by the next one.
 */
import type { Disposer } from '../../../src/shared/disposer.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import type { PageLifecycle, PageMoment } from '../../../src/shared/pageLifecycle.ts'
import type { PersonId } from '../../../src/model/records/person.ts'
import { createUndo, type UndoHistory } from '../../../src/model/undo.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { documentNames } from '../../../src/model/documentName.ts'
import { type DeviceDatabase, openDeviceDatabase } from '../../../src/storage/database.ts'
import { persistWorkshop, type WorkshopPersistence } from '../../../src/storage/persistWorkshop.ts'
import { newWorkshopEntry } from '../../../src/storage/workshopEntry.ts'
import { connectWorkshop } from '../../../src/sync/connectWorkshop.ts'
import { seededBytes } from '../../model/support/testWorkshop.ts'
import { schemaVersion } from '../../../src/model/schema.ts'
import { asNewerApp } from './asNewerApp.ts'
import type { FuzzDevice } from './FuzzDevice.ts'
import type { HubPeer } from './hub.ts'
import { catalogueName } from './storageFaults.ts'

const ANSWER_WITHIN_MS = 10_000

type TabState = 'opening' | 'open' | 'failed' | 'dead'

export class FuzzTab implements HubPeer, PageLifecycle {
  readonly device: FuzzDevice
  /** Names what it writes in the documents: like the client ids, never used twice in a run. */
  readonly name: number
  /** As the app of this page sees it. */
  readonly workshop: WorkshopDocument
  readonly stored: WorkshopDocument
  readonly history: UndoHistory
  readonly personId: PersonId
  readonly unsaved = new Set<string>()
  /** The cards that were last looked at for gaps. */
  seenCards: unknown = null
  /** How often anything was written into its documents, by whomever. */
  changes = 0
  state: TabState = 'opening'
  disconnect: Disposer | null = null
  #persistence: WorkshopPersistence | null = null
  #database: DeviceDatabase | null = null
  readonly #disposers: Disposer[] = []
  readonly #listeners = new Map<PageMoment, Set<() => void>>()

  constructor(device: FuzzDevice, firstClient: number) {
    this.device = device
    this.name = device.number
    this.personId = device.personId
    this.stored = createWorkshopDocument({ randomBytes: seededBytes(firstClient), clock: device.clock })
    documentNames.forEach((name, index) => {
      this.stored.docs[name].clientID = firstClient + index
      this.stored.docs[name].on('update', () => {
        this.changes += 1
      })
    })
    this.workshop = device.isNewer ? asNewerApp(this.stored) : this.stored
    this.history = createUndo(this.workshop)
    this.opened = this.#open()
  }

  /** Settles also when nothing could be opened; never when the disk does not answer. */
  readonly opened: Promise<void>

  get docs() {
    return this.stored.docs
  }

  get isDead(): boolean {
    return this.state === 'dead'
  }

  get isSaved(): boolean {
    return this.#persistence?.status.get().state === 'saved'
  }

  /** A newer app has shut this one out. */
  get onlyReads(): boolean {
    return this.workshop.snapshot().meta.minWriter > schemaVersion
  }

  undelivered(): readonly string[] {
    return [...this.unsaved]
  }

  delivered(words: readonly string[]): void {
    for (const word of words) this.unsaved.delete(word)
  }

  on(moment: PageMoment, listener: () => void): Disposer {
    const listeners = this.#listeners.get(moment) ?? new Set()
    this.#listeners.set(moment, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  play(moment: PageMoment): void {
    for (const listener of Array.from(this.#listeners.get(moment) ?? [])) listener()
  }

  async checkpoint(): Promise<boolean> {
    return (await this.#persistence?.checkpoint())?.ok === true
  }

  /** Says goodbye as the app does; the page goes when that is done or the person has waited long enough. */
  async close(): Promise<void> {
    await this.#persistence?.close()
  }

  /** Gives the words that were nowhere but here. */
  kill(): readonly string[] {
    if (this.isDead) return []
    this.state = 'dead'
    this.disconnect?.()
    this.disconnect = null
    for (const dispose of this.#disposers.splice(0)) dispose()
    this.#listeners.clear()
    this.#database?.close()
    this.history.destroy()
    this.workshop.destroy()
    const gone = [...this.unsaved]
    this.unsaved.clear()
    return gone
  }

  async #open(): Promise<void> {
    const { device } = this
    const timers = device.time.timersOf(this)
    const opened = await openDeviceDatabase({
      name: catalogueName(device.key),
      timers,
      timeoutMs: ANSWER_WITHIN_MS,
    })
    if (this.isDead) return opened.ok ? opened.value.close() : undefined
    if (!opened.ok) return void (this.state = 'failed')
    this.#database = opened.value
    const listed = await this.#noteInCatalogue(opened.value)
    if (this.isDead) return
    if (!listed) return void (this.state = 'failed')
    await this.#load(opened.value)
  }

  async #load(database: DeviceDatabase): Promise<void> {
    const { device, workshop } = this
    const timers = device.time.timersOf(this)
    const before = device.promised.now()
    const environment = { clock: device.clock, timers, lifecycle: this, logger: silentLogger }
    this.#persistence = persistWorkshop({
      workshopId: device.key,
      documents: { ...workshop.docs },
      database,
      environment: { ...environment, locks: device.locks, answerWithinMs: ANSWER_WITHIN_MS },
    })
    const promised = device.promised.follow(workshop.docs)
    const stop = this.#persistence.status.subscribe(({ state }) => {
      if (state !== 'saved') return
      promised.saved()
      device.hasOnlyCopy = false
      this.unsaved.clear()
    })
    this.#disposers.push(stop, promised.stop)
    const loaded = await this.#persistence.loaded
    if (this.isDead) return
    if (!loaded.ok) return void (this.state = 'failed')
    device.checkLoaded(this, before)
    const openTabChannel = device.openTabChannel
    const linked = connectWorkshop({
      workshopId: device.key,
      documents: workshop.docs,
      relay: null,
      environment: { ...environment, openTabChannel, randomBytes: workshop.randomBytes },
    })
    this.#disposers.push(() => linked.close())
    this.state = 'open'
  }

  async #noteInCatalogue(database: DeviceDatabase): Promise<boolean> {
    try {
      await database.workshops.put(newWorkshopEntry(this.device.key, this.device.clock.now(), {}))
      return true
    } catch {
      return false
    }
  }
}
