import { atom, Box, createTLStore, Editor, StateNode } from '@tldraw/editor'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { rectToScreen } from '../../src/canvas/camera/units.ts'
import { type CameraControl, cameraControl } from '../../src/canvas/session/cameraControl.ts'
import { mapFixture } from './support/mapFixture.ts'

class Resting extends StateNode {
  static override id = 'move'
}

const TABLET = { width: 1076, height: 760 }
const BESIDE_A_PANEL = { width: 716, height: 760 }
const panels = { top: 0, right: 0, bottom: 84, left: 0 }
const layout = mapFixture().layout()

let editor: Editor
let camera: CameraControl

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
})

beforeEach(() => {
  const container = document.createElement('div')
  document.body.append(container)
  editor = new Editor({
    store: createTLStore({ shapeUtils: [], bindingUtils: [] }),
    shapeUtils: [],
    bindingUtils: [],
    tools: [Resting],
    initialState: 'move',
    getContainer: () => container,
  })
  show(TABLET)
  camera = cameraControl({ editor, layout: atom('layout', layout), inset: atom('inset', panels) })
  camera.fitToRead(false)
})

function show({ width, height }: { width: number; height: number }): void {
  editor.updateViewportScreenBounds(new Box(104, 60, width, height))
}

/** Long enough for any move to end. */
function pass(): void {
  for (let tick = 0; tick < 60; tick += 1) editor.emit('tick', 16)
}

const first = () => {
  const card = layout.columns[0]?.card
  if (card === undefined) throw new Error('there is an activity')
  return card
}

describe('the view of the map', () => {
  it('stays where it is while all of what is written on can be seen', () => {
    const before = editor.getCamera()
    camera.reveal(first(), 190)
    pass()
    expect(editor.getCamera()).toEqual(before)
  })

  it('makes room for the titles at the edge, where its own move brings them there', () => {
    const last = layout.cells.at(-1)
    if (last === undefined) throw new Error('there is a field')
    show({ width: 420, height: 420 })
    camera.reveal(last)
    pass()
    const shown = rectToScreen(editor.getCamera(), last)
    expect(shown.x).toBeGreaterThanOrEqual(104)
  })

  it('has the whole map in its middle on a wall, where no title stands at the edge', () => {
    show({ width: 1920, height: 860 })
    camera.show({ x: 0, y: 0, width: layout.width, height: layout.height }, 0)
    const shown = rectToScreen(editor.getCamera(), { x: 0, y: 0, width: layout.width, height: layout.height })
    expect(shown.x).toBeCloseTo(1920 - shown.x - shown.width)
  })

  it('keeps its zoom when a panel opens or closes while it moves', () => {
    const zoom = editor.getZoomLevel()
    show(BESIDE_A_PANEL)
    camera.reveal({ x: layout.width - 30, y: 20, width: 20, height: 20 })
    editor.emit('tick', 16)
    show(TABLET)
    camera.arrive()
    pass()
    expect(editor.getZoomLevel()).toBeCloseTo(zoom)
  })

  it('is left to the hand that takes it on the way', () => {
    camera.fit()
    editor.emit('tick', 16)
    editor.setCamera({ x: -100, y: -50, z: 1 })
    camera.arrive()
    pass()
    expect(editor.getCamera()).toMatchObject({ x: -100, y: -50, z: 1 })
  })
})
