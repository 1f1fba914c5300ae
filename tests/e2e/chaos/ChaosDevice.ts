/**
 * One person's device in the storm: the real connection over a network of its own that misbehaves, the real storage on a
 * disk of its own, and a log of what that person wrote, when the device said it was saved, and when it said it was on
 * the relay. Killed, it loses what is in memory and starts again from its disk.
 */
import { WebSocket as NodeWebSocket } from 'ws'
import * as Y from 'yjs'
import type { Capability } from '../../../src/protocol/capability.ts'
import type { Disposer } from '../../../src/shared/disposer.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { type DeviceDatabase, openDeviceDatabase } from '../../../src/storage/database.ts'
import { persistWorkshop, type WorkshopPersistence } from '../../../src/storage/persistWorkshop.ts'
import { connectWorkshop } from '../../../src/sync/connectWorkshop.ts'
import type { WorkshopConnection, WorkshopDocuments } from '../../../src/sync/workshopConnection.ts'
import { catalogueName, cutPower } from '../../convergence/storage/storageFaults.ts'
import { startTcpProxy, type TcpProxy } from '../../helpers/tcpProxy.ts'

export interface Written {
  readonly key: string
  readonly text: string
  readonly step: number
  /** At which step the device said so; null until it has. */
  savedAt: number | null
  deliveredAt: number | null
}

/** What runs between two kills. */
interface Running {
  readonly documents: WorkshopDocuments
  readonly database: DeviceDatabase
  readonly persistence: WorkshopPersistence
  readonly connection: WorkshopConnection
  readonly stop: Disposer
}

export class ChaosDevice {
  readonly name: string
  readonly network: TcpProxy
  /** Everything that must be there at the end: all that was written, but for what died before it was promised. */
  readonly written = new Map<string, Written>()
  /** What the disk lacked after a kill though it had been said to be saved. */
  readonly missingOnDisk: string[] = []
  /** The step of the storm, for the log. */
  step = 0
  readonly #capability: Capability
  #running: Running | null = null
  #count = 0

  private constructor(name: string, network: TcpProxy, capability: Capability) {
    this.name = name
    this.network = network
    this.#capability = capability
  }

  static async start(name: string, relayPort: number, capability: Capability): Promise<ChaosDevice> {
    const device = new ChaosDevice(name, await startTcpProxy(relayPort), capability)
    await device.#run()
    return device
  }

  get connection(): WorkshopConnection {
    return this.#now.connection
  }

  get cards(): Y.Map<string> {
    return this.#now.documents.map.getMap<string>('cards')
  }

  get #now(): Running {
    if (this.#running === null) throw new Error(`device ${this.name} does not run`)
    return this.#running
  }

  write(text: string): void {
    const key = `${this.name}-${(this.#count += 1)}`
    this.written.set(key, { key, text, step: this.step, savedAt: null, deliveredAt: null })
    this.cards.set(key, text)
  }

  /** The battery is empty in mid-edit. Gives how much went that nobody had been promised anything about. */
  async kill(): Promise<number> {
    this.#stop()
    cutPower(this.name)
    const gone = [...this.written.values()].filter(
      ({ savedAt, deliveredAt }) => savedAt === null && deliveredAt === null,
    )
    for (const { key } of gone) this.written.delete(key)
    await this.#run()
    for (const { key, savedAt, step } of this.written.values()) {
      if (savedAt !== null && !this.cards.has(key)) {
        this.missingOnDisk.push(`${key} (written in step ${step}, saved in step ${savedAt})`)
      }
    }
    return gone.length
  }

  async close(): Promise<void> {
    await this.#running?.persistence.close()
    this.#stop()
    await this.network.close()
  }

  #stop(): void {
    const running = this.#running
    this.#running = null
    running?.stop()
  }

  async #run(): Promise<void> {
    const documents = { map: new Y.Doc(), stage: new Y.Doc(), review: new Y.Doc() }
    const opened = await openDeviceDatabase({ name: catalogueName(this.name) })
    if (!opened.ok) throw new Error(`device ${this.name} has no storage: ${opened.error.detail}`)
    const database = opened.value
    const persistence = persistWorkshop({
      workshopId: this.name,
      documents: { ...documents },
      database,
      environment: { logger: silentLogger, locks: null },
    })
    const loaded = await persistence.loaded
    if (!loaded.ok) throw new Error(`device ${this.name} cannot read its disk: ${loaded.error.detail}`)
    const connection = this.#connect(documents)
    const stops = [
      persistence.status.subscribe(({ state }) => {
        if (state === 'saved') this.#promise('savedAt')
      }),
      connection.delivery.subscribe(({ state }) => {
        if (state === 'delivered') this.#promise('deliveredAt')
      }),
    ]
    const stop = (): void => {
      stops.forEach((dispose) => dispose())
      connection.close()
      database.close()
      for (const doc of Object.values(documents)) doc.destroy()
    }
    this.#running = { documents, database, persistence, connection, stop }
  }

  #promise(what: 'savedAt' | 'deliveredAt'): void {
    for (const entry of this.written.values()) entry[what] ??= this.step
  }

  #connect(documents: WorkshopDocuments): WorkshopConnection {
    return connectWorkshop({
      workshopId: null,
      documents,
      relay: { origin: `http://127.0.0.1:${this.network.port}`, capability: this.#capability },
      environment: {
        WebSocket: NodeWebSocket as unknown as typeof WebSocket,
        openTabChannel: null,
        logger: silentLogger,
      },
    })
  }
}
