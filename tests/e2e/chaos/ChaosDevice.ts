/**
 * One person's device in the storm: the real connection over a network of its own that misbehaves, and a log of what
 * that person did, saw, and was told to be on the relay. Keeps nothing on disk, so that a kill loses what was not
 * delivered: the promise under test is the relay's.
 */
import { WebSocket as NodeWebSocket } from 'ws'
import * as Y from 'yjs'
import type { Capability } from '../../../src/protocol/capability.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { connectWorkshop } from '../../../src/sync/connectWorkshop.ts'
import type { WorkshopConnection, WorkshopDocuments } from '../../../src/sync/workshopConnection.ts'
import { startTcpProxy, type TcpProxy } from '../../helpers/tcpProxy.ts'

export class ChaosDevice {
  readonly name: string
  readonly network: TcpProxy
  /** Written here since the last kill, or delivered before it: must never be missing. */
  readonly promised = new Map<string, string>()
  /** Written here and not said to be on the relay yet. */
  readonly #open = new Map<string, string>()
  readonly #capability: Capability
  #documents: WorkshopDocuments = newDocuments()
  #connection: WorkshopConnection
  #written = 0

  private constructor(name: string, network: TcpProxy, capability: Capability) {
    this.name = name
    this.network = network
    this.#capability = capability
    this.#connection = this.#connect()
  }

  static async start(name: string, relayPort: number, capability: Capability): Promise<ChaosDevice> {
    return new ChaosDevice(name, await startTcpProxy(relayPort), capability)
  }

  get connection(): WorkshopConnection {
    return this.#connection
  }

  get cards(): Y.Map<string> {
    return this.#documents.map.getMap<string>('cards')
  }

  write(text: string): void {
    const key = `${this.name}-${(this.#written += 1)}`
    this.#open.set(key, text)
    this.cards.set(key, text)
  }

  /** What was not delivered is gone with the device; what was delivered stays promised. Gives how much went. */
  kill(): number {
    const lost = this.#open.size
    this.#connection.close()
    this.#open.clear()
    this.#documents = newDocuments()
    this.#connection = this.#connect()
    return lost
  }

  /** What must be there at the end: delivered, or still held by a device that lives. */
  settled(): ReadonlyMap<string, string> {
    return new Map([...this.promised, ...this.#open])
  }

  async close(): Promise<void> {
    this.#connection.close()
    await this.network.close()
  }

  #connect(): WorkshopConnection {
    const connection = connectWorkshop({
      workshopId: null,
      documents: this.#documents,
      relay: { origin: `http://127.0.0.1:${this.network.port}`, capability: this.#capability },
      environment: {
        WebSocket: NodeWebSocket as unknown as typeof WebSocket,
        openTabChannel: null,
        logger: silentLogger,
      },
    })
    connection.delivery.subscribe((delivery) => {
      if (delivery.state !== 'delivered' || this.#connection !== connection) return
      for (const [key, text] of this.#open) this.promised.set(key, text)
      this.#open.clear()
    })
    return connection
  }
}

function newDocuments(): WorkshopDocuments {
  return { map: new Y.Doc(), stage: new Y.Doc(), review: new Y.Doc() }
}
