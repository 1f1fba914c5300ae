import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createWorkshopDocument } from '../../src/model/workshopDocument.ts'

function addCard(doc: Y.Doc, id: string, words: string): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>()
    card.set('text', new Y.Text(words))
    doc.getMap('cards').set(id, card)
  })
}

describe('the snapshot', () => {
  it('[SNAP1] shows plain records with rendered defaults', () => {
    const workshop = createWorkshopDocument()
    addCard(workshop.docs.map, 'c1', 'Ich warte')
    const card = [...workshop.snapshot().cards.values()][0]
    expect(card).toMatchObject({ id: 'c1', text: 'Ich warte', evidence: 'assumption', authorIds: [] })
    expect(workshop.docs.map.getMap<Y.Map<unknown>>('cards').get('c1')?.has('evidence')).toBe(false)
  })

  it('[SNAP2] keeps the objects of everything that did not change', () => {
    const workshop = createWorkshopDocument()
    addCard(workshop.docs.map, 'c1', 'one')
    addCard(workshop.docs.map, 'c2', 'two')
    const before = workshop.snapshot()
    expect(workshop.snapshot()).toBe(before)
    const cards = workshop.docs.map.getMap<Y.Map<unknown>>('cards')
    const words = cards.get('c2')?.get('text')
    if (!(words instanceof Y.Text)) throw new Error('no text')
    words.insert(0, 'more ')
    const after = workshop.snapshot()
    const [one, two] = [...after.cards.values()]
    expect(after.cards).not.toBe(before.cards)
    expect(one).toBe([...before.cards.values()][0])
    expect(two?.text).toBe('more two')
    expect(after.lanes).toBe(before.lanes)
    expect(after.bin).toBe(before.bin)
  })
})
