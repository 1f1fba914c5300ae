import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leaveFields } from '../../src/canvas/engine/leaveFields.ts'

let canvas: HTMLElement

beforeEach(() => {
  document.body.innerHTML = `
    <header><input id="title"><button id="share">Share</button></header>
    <div><div id="canvas"></div><textarea id="own"></textarea></div>`
  canvas = byId('canvas')
})

afterEach(() => document.body.replaceChildren())

function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`${id} is on the page`)
  return found
}

/** Whether the thing still has the keyboard after a tap on the map. */
function keepsKeyboard(id: string): boolean {
  byId(id).focus()
  canvas.dispatchEvent(new Event('pointerup', { bubbles: true }))
  return document.activeElement === byId(id)
}

describe('a tap on the map', () => {
  it('takes the keyboard from a field beside it, and from nothing else', () => {
    const stop = leaveFields(canvas)
    expect(keepsKeyboard('title')).toBe(false)
    expect(keepsKeyboard('own')).toBe(true)
    expect(keepsKeyboard('share')).toBe(true)
    stop()
    expect(keepsKeyboard('title')).toBe(true)
  })
})
