/** A device for tests: its database, its page, and documents that are opened on it as the app does. */
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { silentLogger } from '../../src/shared/logger.ts'
import type { PageLifecycle, PageMoment } from '../../src/shared/pageLifecycle.ts'
import { type DeviceDatabase, openDeviceDatabase } from '../../src/storage/database.ts'
import type { DocumentPersistence } from '../../src/storage/documentPersistence.ts'
import { persistDocument } from '../../src/storage/persistDocument.ts'
import type { SaveStatus } from '../../src/storage/saveStatus.ts'
import type { StorageEnvironment } from '../../src/storage/storageEnvironment.ts'

export const WORKSHOP = 'workshop00000000000001'
export const LOG = `etappe/${WORKSHOP}/map`

export interface PlayedPage extends PageLifecycle {
  readonly play: (moment: PageMoment) => void
}

export function playedPage(): PlayedPage {
  const listeners = new Map<PageMoment, Set<() => void>>()
  return {
    on: (moment, listener) => {
      const set = listeners.get(moment) ?? new Set()
      listeners.set(moment, set.add(listener))
      return () => void set.delete(listener)
    },
    play: (moment) => listeners.get(moment)?.forEach((listener) => listener()),
  }
}

export async function openDatabase(): Promise<DeviceDatabase> {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.error.detail)
  onTestFinished(() => opened.value.close())
  return opened.value
}

export interface OpenedDocument {
  readonly doc: Y.Doc
  readonly cards: Y.Map<string>
  readonly persistence: DocumentPersistence
  /** Every state it has said since it was opened. */
  readonly said: readonly SaveStatus[]
}

export function openDocument(
  database: DeviceDatabase,
  environment: Partial<StorageEnvironment> = {},
  doc = new Y.Doc(),
): OpenedDocument {
  const persistence = persistDocument({
    workshopId: WORKSHOP,
    document: 'map',
    doc,
    database,
    environment: { logger: silentLogger, ...environment },
  })
  const said: SaveStatus[] = []
  persistence.status.subscribe((status) => said.push(status))
  onTestFinished(() => persistence.close())
  return { doc, cards: doc.getMap<string>('cards'), persistence, said }
}

/** A first visit: one card is written, and the page is closed in peace. */
export async function writeCardOnce(database: DeviceDatabase): Promise<void> {
  const { cards, persistence } = openDocument(database)
  await persistence.loaded
  cards.set('a', '1')
  await persistence.close()
}

/** What a page has that the browser kills now: nothing is flushed, the connections are simply gone. */
export async function readBack(database: DeviceDatabase): Promise<Readonly<Record<string, string>>> {
  const opened = openDocument(database)
  const loaded = await opened.persistence.loaded
  expect(loaded).toMatchObject({ ok: true })
  const found = opened.cards.toJSON() as Record<string, string>
  await opened.persistence.close()
  return found
}

export async function untilStatus(
  persistence: DocumentPersistence,
  state: SaveStatus['state'],
): Promise<SaveStatus> {
  if (persistence.status.get().state === state) return persistence.status.get()
  return new Promise((resolve) => {
    const stop = persistence.status.subscribe((status) => {
      if (status.state !== state) return
      stop()
      resolve(status)
    })
  })
}
