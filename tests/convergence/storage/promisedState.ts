/**
 * What a device has said to be saved: how far it had the changes of everybody, and what it had deleted. Whatever happens
 * afterwards, what is read from its disk must contain that.
 */
import * as Y from 'yjs'
import { type DocumentName, documentNames } from '../../../src/model/documentName.ts'
import type { WorkshopDocs } from '../../../src/model/workshopDocument.ts'
import type { Disposer } from '../../../src/shared/disposer.ts'

interface DeletedRange {
  readonly document: DocumentName
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** How far it was at one moment. */
export interface Promised {
  readonly vectors: ReadonlyMap<string, number>
  readonly deleted: number
}

export class PromisedState {
  readonly #vectors = new Map<string, number>()
  readonly #deleted: DeletedRange[] = []

  /** Follows one tab's documents; `saved` is to be called when that tab says so. */
  follow(docs: WorkshopDocs): { readonly saved: () => void; readonly stop: Disposer } {
    let fresh: DeletedRange[] = []
    const stops = documentNames.map((document) => {
      const note = ({ deleteSet }: Y.Transaction): void => {
        for (const [client, ranges] of deleteSet.clients) {
          for (const { clock, len } of ranges) fresh.push({ document, client, clock, length: len })
        }
      }
      docs[document].on('afterTransaction', note)
      return () => docs[document].off('afterTransaction', note)
    })
    return {
      saved: () => {
        this.#deleted.push(...fresh)
        fresh = []
        for (const document of documentNames) this.#note(document, docs[document])
      },
      stop: () => stops.forEach((stop) => stop()),
    }
  }

  now(): Promised {
    return { vectors: new Map(this.#vectors), deleted: this.#deleted.length }
  }

  /** What of it is not there. */
  missingIn(docs: WorkshopDocs, promised: Promised): readonly string[] {
    const missing: string[] = []
    for (const [key, clock] of promised.vectors) {
      const [document, client] = key.split('|') as [DocumentName, string]
      const held = Y.getState(docs[document].store, Number(client))
      if (held < clock) missing.push(`${document}: changes ${held} to ${clock} of writer ${client}`)
    }
    const deletions = new Map(
      documentNames.map((name) => [name, Y.createDeleteSetFromStructStore(docs[name].store)]),
    )
    for (const { document, client, clock, length } of this.#deleted.slice(0, promised.deleted)) {
      const held = deletions.get(document)
      const isThere = [clock, clock + length - 1].every(
        (at) => held !== undefined && Y.isDeleted(held, Y.createID(client, at)),
      )
      if (!isThere) missing.push(`${document}: a deletion of ${length} from ${clock} of writer ${client}`)
    }
    return missing
  }

  #note(document: DocumentName, doc: Y.Doc): void {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
      const key = `${document}|${client}`
      this.#vectors.set(key, Math.max(clock, this.#vectors.get(key) ?? 0))
    }
  }
}
