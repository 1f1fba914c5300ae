/**
 * A workshop that the app of schema 1 began, and what one of its devices wrote offline: recorded then, never written anew.
 * In the worlds that begin with it, that device comes back piece by piece while everybody works.
 */
import * as Y from 'yjs'
import { type DocumentName, documentNames } from '../../../src/model/documentName.ts'
import { origins } from '../../../src/model/origins.ts'
import golden from '../../fixtures/model/schema-1.json'
import offline from '../../fixtures/model/schema-1-offline.json'
import { emptyWorkshop } from '../../model/support/testWorkshop.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'

export interface PastUpdate {
  readonly document: DocumentName
  readonly update: Uint8Array
}

/** What that device typed: it must be somewhere in the end. */
export const wordsOfThePast = ['Unterwegs getippt', 'Eine Karte von unterwegs', 'Eine Spalte von unterwegs']

export function beginInThePast(seed: number): WorkshopDocument {
  const workshop = emptyWorkshop(seed)
  for (const name of documentNames) {
    Y.applyUpdate(workshop.docs[name], bytesOf(golden.documents[name]), origins.storage)
  }
  return workshop
}

/** In the order in which it was written. */
export function updatesFromThePast(): readonly PastUpdate[] {
  return offline.updates.map(({ document, update }) => ({
    document: document as DocumentName,
    update: bytesOf(update),
  }))
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
