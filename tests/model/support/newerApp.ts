/** An app of the next version, on the bytes: writes a table, fields, a text and a keyed entry that this version lacks. */
import * as Y from 'yjs'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'

export function workOfNewerApp(workshop: WorkshopDocument, word: string): void {
  const { map, stage } = workshop.docs
  map.transact(() => {
    map.getMap('meta').set('schema', 2)
    const dream = new Y.Map()
    map.getMap('dreams').set(`dream-${word}`, dream)
    dream.set('text', word)
    dream.set('lines', Y.Array.from(['a', word]))
    for (const [id, card] of map.getMap<Y.Map<unknown>>('cards')) {
      card.set('hologram', { depth: 3, word })
      map.getText(`text:${id}:notes`).insert(0, `${word}. `)
    }
    map.getMap('moods').set(`mood|${word}`, 5)
  })
  stage.getMap('spotlights').set(word, true)
}

/** From now on older apps only read. */
export function demandNewerWriter(workshop: WorkshopDocument): void {
  workshop.docs.map.getMap('meta').set('minWriter', 2)
}

/** Everything that only the newer app knows, as it is stored. */
export function newerWork({ docs: { map, stage } }: WorkshopDocument): unknown {
  const cards = [...map.getMap<Y.Map<unknown>>('cards')]
  const own = cards.filter(([, card]) => card.has('hologram')).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    schema: map.getMap('meta').get('schema'),
    dreams: map.getMap('dreams').toJSON(),
    moods: map.getMap('moods').toJSON(),
    spotlights: stage.getMap('spotlights').toJSON(),
    cards: own.map(([id, card]) => [id, card.get('hologram'), map.getText(`text:${id}:notes`).toJSON()]),
  }
}
