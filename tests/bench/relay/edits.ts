/**
 * What people do, prepared before a measurement: everybody drags a card and types into it, one edit at a time, with Yjs
 * clocks that tell afterwards which edit arrived when.
 */
import * as Y from 'yjs'
import { SYNC_UPDATE } from '../../../src/protocol/messages.ts'
import { syncMessage } from '../../sync-server/helpers/rawClient.ts'

export interface Edit {
  /** The update message. */
  readonly message: Uint8Array
  /** The writer's clock once it has been applied. */
  readonly clock: number
}

export interface Writer {
  readonly client: number
  readonly edits: readonly Edit[]
}

let clients = 1_000

/** A client id that nobody else has: two equal ones would be the same edits to Yjs. */
export const nextClient = (): number => (clients += 1)

/** A board of cards, as one update. */
export function board(cards: number): Uint8Array {
  const doc = newDoc()
  doc.transact(() => {
    for (let index = 0; index < cards; index += 1) addCard(doc, index)
  })
  return Y.encodeStateAsUpdate(doc)
}

export function addCard(doc: Y.Doc, index: number): void {
  const card = new Y.Map<unknown>()
  const title = new Y.Text(`Card ${index}: what a traveller thinks here`)
  for (const [key, value] of Object.entries({ title, x: index * 10, y: index * 7, lane: index % 6 }))
    card.set(key, value)
  doc.getMap('cards').set(`card-${index}`, card)
}

export function newDoc(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = nextClient()
  return doc
}

/** One person on that board: every other edit is a drag, the others type a letter. */
export function prepareWriter(start: Uint8Array, card: number, count: number, padding = 0): Writer {
  const doc = newDoc()
  Y.applyUpdate(doc, start)
  const edits: Edit[] = []
  doc.on('update', (update: Uint8Array) => {
    const clock = Y.getState(doc.store, doc.clientID)
    edits.push({ message: syncMessage(SYNC_UPDATE, update), clock })
  })
  const mine = doc.getMap('cards').get(`card-${card}`)
  if (!(mine instanceof Y.Map)) throw new Error(`there is no card ${card}`)
  const title: unknown = mine.get('title')
  if (!(title instanceof Y.Text)) throw new Error('a card has a title')
  const filler = 'x'.repeat(padding)
  for (let index = 0; index < count; index += 1) {
    doc.transact(() => {
      if (padding > 0) mine.set('note', `${index} ${filler}`)
      else if (index % 2 === 1) title.insert(0, 'e')
      else mine.set('x', index)
    })
  }
  return { client: doc.clientID, edits }
}
