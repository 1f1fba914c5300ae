import { describe, expect, it } from 'vitest'
import { footOf } from '../../../src/app/frame/footOf.ts'
import { anchorAt } from '../../../src/canvas/overlay/anchorAt.ts'

describe('the panel of 1–10', () => {
  it('stands above the choice of the view, also for a curve at the foot of the map', () => {
    const map = { width: 1076, height: 760 }
    const curve = { x: 150, y: 690, width: 150, height: 160 }
    const panel = { width: 548, height: 276 }
    const inset = { top: 0, right: 0, bottom: footOf('rate'), left: 0 }
    // Of the bar with a margin of 14 and a row of options with a gap of 8 above it.
    const choiceTop = map.height - 14 - 66 - 8 - 50
    expect(anchorAt(curve, panel, map, inset).top + panel.height).toBeLessThanOrEqual(choiceTop)
  })
})
