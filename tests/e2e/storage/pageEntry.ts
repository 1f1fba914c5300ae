/** What the storage tests run inside Chromium: the real modules on the page's own IndexedDB, driven from outside. */
import * as Y from 'yjs'
import { openDeviceDatabase } from '../../../src/storage/database.ts'
import { persistWorkshop, type WorkshopPersistence } from '../../../src/storage/persistWorkshop.ts'
import type { SaveStatus } from '../../../src/storage/saveStatus.ts'
import { connectWorkshop } from '../../../src/sync/connectWorkshop.ts'
import type { WorkshopConnection } from '../../../src/sync/workshopConnection.ts'
import { fuzzInPage, type PageWorld, type PageWorldEnd } from './fuzzInPage.ts'

export const WORKSHOP = 'workshop00000000000001'

export interface StoragePage {
  /** Opens the workshop as the app does; the outcome of loading as JSON. */
  readonly open: (answerWithinMs?: number) => Promise<unknown>
  readonly set: (key: string, text: string) => void
  readonly cards: () => Record<string, string>
  readonly status: () => SaveStatus
  /** The states said since the page was opened, in order. */
  readonly said: () => readonly string[]
  readonly flush: () => Promise<unknown>
  readonly checkpoint: () => Promise<unknown>
  readonly retry: () => void
  readonly close: () => Promise<void>
  readonly fuzz: (world: PageWorld) => Promise<PageWorldEnd>
}

declare global {
  interface Window {
    etappe: StoragePage
  }
}

let persistence: WorkshopPersistence | null = null
let connection: WorkshopConnection | null = null
const said: string[] = []
const documents = { map: new Y.Doc(), stage: new Y.Doc(), review: new Y.Doc() }
const cards = documents.map.getMap<string>('cards')

function opened(): WorkshopPersistence {
  if (persistence === null) throw new Error('open the workshop first')
  return persistence
}

window.etappe = {
  open: async (answerWithinMs = 10_000) => {
    const database = await openDeviceDatabase()
    if (!database.ok) return database
    persistence = persistWorkshop({
      workshopId: WORKSHOP,
      documents,
      database: database.value,
      environment: { answerWithinMs },
    })
    persistence.status.subscribe(({ state }) => said.push(state))
    const loaded = await persistence.loaded
    connection = connectWorkshop({ workshopId: WORKSHOP, documents, relay: null })
    return loaded
  },
  set: (key, text) => void cards.set(key, text),
  cards: () => cards.toJSON() as Record<string, string>,
  status: () => opened().status.get(),
  said: () => said,
  flush: () => opened().flush(),
  checkpoint: () => opened().checkpoint(),
  retry: () => opened().retry(),
  close: async () => {
    connection?.close()
    await opened().close()
  },
  fuzz: fuzzInPage,
}
