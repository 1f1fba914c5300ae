import { createShapeId, createTLStore, Editor, StateNode, type TLShape } from '@tldraw/editor'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardProjection, type ProjectionGuard } from '../../src/canvas/engine/guardProjection.ts'
import { routeHistory } from '../../src/canvas/engine/routeHistory.ts'
import { MapPartShapeUtil } from '../../src/canvas/projection/MapPartShape.tsx'
import { NearProjection } from '../../src/canvas/projection/NearProjection.ts'
import { createPartCutter } from '../../src/canvas/projection/partsOfMap.ts'
import { LIGHT_THEME } from '../../src/layout/theme.ts'
import { mapFixture } from './support/mapFixture.ts'

class Resting extends StateNode {
  static override id = 'move'
}

/** jsdom has no media queries; the engine only asks for reduced motion and dark colours. */
beforeAll(() => {
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
})

let editor: Editor
let guard: ProjectionGuard

beforeEach(() => {
  const container = document.createElement('div')
  document.body.append(container)
  const shapeUtils = [MapPartShapeUtil]
  editor = new Editor({
    store: createTLStore({ shapeUtils, bindingUtils: [] }),
    shapeUtils,
    bindingUtils: [],
    tools: [Resting],
    initialState: 'move',
    getContainer: () => container,
  })
  guard = guardProjection(editor)
})

const everything = { x: -1000, y: -1000, width: 9000, height: 9000 }

function project(map = mapFixture()) {
  const projection = new NearProjection(editor, guard)
  const cut = createPartCutter()
  const show = () => {
    projection.setParts(cut({ layout: map.layout(), sketches: [], theme: LIGHT_THEME }))
    for (let slice = 0; slice < 20 && !projection.step(); slice += 1);
  }
  projection.setWindow(everything)
  show()
  return { map, projection, show }
}

const shapes = () => editor.getCurrentPageShapes()
const shapeOf = (id: string): TLShape => {
  const shape = editor.getShape(createShapeId(`card-${id}`))
  if (shape === undefined) throw new Error('the card is projected')
  return shape
}

describe('the projection', () => {
  it('mounts in slices until every part of the window is there, each with a place of its own in the stack', () => {
    const map = mapFixture()
    const projection = new NearProjection(editor, guard)
    const parts = createPartCutter()({ layout: map.layout(), sketches: [], theme: LIGHT_THEME })
    const many = [...parts, ...parts.map((part) => ({ ...part, id: `${part.id}-copy` }))]
    projection.setParts(many)
    projection.setWindow(everything)
    expect(projection.step()).toBe(false)
    const first = shapes().length
    expect(first).toBeLessThan(many.length)
    while (!projection.step());
    expect(shapes()).toHaveLength(many.length)
    expect(new Set(shapes().map((shape) => shape.index)).size).toBe(many.length)
  })

  it('follows what is written, one shape at a time, and empties when the far layer takes over', () => {
    const { map, projection, show } = project()
    const before = new Map(shapes().map((shape) => [shape.id, shape]))
    map.actions.write({ kind: 'card', id: map.ids.upper }, 'oben!')
    show()
    const changed = shapes().filter((shape) => before.get(shape.id) !== shape)
    expect(changed.map((shape) => shape.id)).toEqual([createShapeId(`card-${map.ids.upper}`)])
    map.actions.remove([{ kind: 'card', id: map.ids.other }])
    show()
    expect(editor.getShape(createShapeId(`card-${map.ids.other}`))).toBeUndefined()
    projection.setWindow(null)
    projection.step()
    expect(shapes()).toEqual([])
  })

  it('leaves nothing in the engine’s history', () => {
    project()
    expect(editor.getCanUndo()).toBe(false)
  })
})

describe('nobody else writes the projection', () => {
  it('neither moves nor changes it', () => {
    const { map } = project()
    const shape = shapeOf(map.ids.upper)
    editor.run(() => editor.updateShape({ ...shape, x: 9999, opacity: 0.2 }), { ignoreShapeLock: true })
    expect(shapeOf(map.ids.upper)).toBe(shape)
  })

  it('nor deletes it', () => {
    const { map } = project()
    const shape = shapeOf(map.ids.upper)
    editor.run(() => editor.deleteShapes([shape.id]), { ignoreShapeLock: true })
    expect(shapeOf(map.ids.upper)).toBe(shape)
  })

  it('nor adds to it: what is duplicated or pasted is gone at once', async () => {
    const { map } = project()
    const count = shapes().length
    editor.run(() => editor.duplicateShapes([shapeOf(map.ids.upper).id]), { ignoreShapeLock: true })
    editor.createShape({ type: 'map-part', x: 1, y: 1 })
    await Promise.resolve()
    expect(shapes()).toHaveLength(count)
  })
})

describe('undo of the engine', () => {
  it('is the workshop’s, whoever calls it', () => {
    const calls: string[] = []
    routeHistory(editor, { undo: () => calls.push('undo'), redo: () => calls.push('redo') })
    editor.undo()
    editor.redo()
    expect(calls).toEqual(['undo', 'redo'])
  })
})
