import { beforeEach, describe, expect, it } from 'vitest'
import { TextController, type TextField } from '../../src/canvas/edit/TextController.ts'
import { textOf } from '../../src/canvas/edit/textOf.ts'
import type { MapText } from '../../src/canvas/MapCanvasProps.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { bring, must, otherDevice } from '../model/support/testWorkshop.ts'
import { type MapFixture, mapFixture } from './support/mapFixture.ts'

/** A textarea as far as the controller sees it. */
function fakeField(): TextField {
  return {
    value: '',
    selectionStart: 0,
    selectionEnd: 0,
    setSelectionRange(start, end) {
      this.selectionStart = start
      this.selectionEnd = end
    },
  }
}

let map: MapFixture
let field: TextField
let created: MapText[]
let controller: TextController

beforeEach(() => {
  map = mapFixture()
  field = fakeField()
  created = []
  controller = new TextController({
    field,
    actions: map.actions,
    onCreated: (text) => created.push(text),
    read: (text) => textOf(map.workshop.snapshot(), text),
  })
})

function type(text: string): void {
  field.value = text
  field.setSelectionRange(text.length, text.length)
  controller.onInput()
}

const cardText = (id = map.ids.upper) => map.workshop.snapshot().cards.get(id)?.text
const open = () => controller.open({ kind: 'card', id: map.ids.upper })
const draft = () => {
  controller.open({
    draft: 'card',
    cell: { laneId: map.lane('ideas'), activityId: map.ids.third },
    after: null,
  })
}
const cardCount = () => map.workshop.snapshot().cards.size

describe('writing in a card', () => {
  it('shows its text with the caret at the end, and writes every letter at once', () => {
    open()
    expect(field).toMatchObject({ value: 'oben', selectionStart: 4 })
    type('oben!')
    expect(cardText()).toBe('oben!')
  })

  it('merges with what somebody else types in the same card, and keeps the caret at its letter', () => {
    open()
    field.setSelectionRange(2, 2)
    const other = otherDevice(map.workshop)
    must(editText(other, map.actor, { table: 'cards', id: map.ids.upper, field: 'text', text: 'ganz oben' }))
    bring(other, map.workshop)
    controller.onStored()
    expect(field).toMatchObject({ value: 'ganz oben', selectionStart: 7 })
    type('ganz oben?')
    bring(map.workshop, other)
    expect(other.snapshot().cards.get(map.ids.upper)?.text).toBe('ganz oben?')
  })

  it('holds back what an input method composes, and loses neither side when it is settled', () => {
    open()
    controller.onCompositionStart()
    type('obenにほ')
    expect(cardText()).toBe('oben')
    must(
      editText(map.workshop, map.actor, {
        table: 'cards',
        id: map.ids.upper,
        field: 'text',
        text: 'ganz oben',
      }),
    )
    controller.onStored()
    expect(field.value).toBe('obenにほ')
    field.value = 'oben日本'
    controller.onCompositionEnd()
    expect(cardText()).toBe('ganz oben日本')
    expect(field.value).toBe('ganz oben日本')
  })

  it('keeps a text that was emptied on purpose: only what was just created goes', () => {
    open()
    type('')
    controller.close()
    expect(map.workshop.snapshot().cards.has(map.ids.upper)).toBe(true)
  })

  it('writes nothing into a card that somebody deleted meanwhile', () => {
    open()
    map.actions.remove([{ kind: 'card', id: map.ids.upper }])
    type('zu spät')
    expect(map.refused).toEqual([])
    expect(map.workshop.snapshot().bin.cards.get(map.ids.upper)?.text).toBe('oben')
  })
})

describe('a new card', () => {
  it('is not there before its first letter', () => {
    const before = cardCount()
    draft()
    type('   ')
    controller.close()
    expect(cardCount()).toBe(before)
    expect(map.history.canUndo()).toBe(false)
  })

  it('is one card from the first letter on, whatever follows', () => {
    const before = cardCount()
    draft()
    type('I')
    type('Ich')
    expect(cardCount()).toBe(before + 1)
    expect(created).toHaveLength(1)
    expect(created[0]?.kind === 'card' ? cardText(created[0].id) : '').toBe('Ich')
    expect(controller.shows(created[0] as MapText)).toBe(true)
  })

  it('goes again when it is left empty', () => {
    const before = cardCount()
    draft()
    type('I')
    type('')
    controller.close()
    expect(cardCount()).toBe(before)
  })

  it('is tried again with the next letter after a refusal', () => {
    const locked = { personId: null, mayWrite: [] }
    expect(addCard(map.workshop, locked, { laneId: null }).ok).toBe(false)
    controller = new TextController({
      field,
      actions: { ...map.actions, create: () => null },
      onCreated: (text) => created.push(text),
      read: (text) => textOf(map.workshop.snapshot(), text),
    })
    draft()
    type('I')
    expect(created).toEqual([])
    expect(field.value).toBe('I')
  })
})
