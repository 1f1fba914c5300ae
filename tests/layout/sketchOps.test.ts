import { describe, expect, it } from 'vitest'
import { contrast } from '../../src/layout/colour.ts'
import { opsOfSketch, sketchColour } from '../../src/layout/ops/opsOfSketch.ts'
import { placeSketches, SKETCH_INK } from '../../src/layout/placeSketches.ts'
import { DARK_THEME, LIGHT_THEME } from '../../src/layout/theme.ts'
import { mapFixture } from '../canvas/support/mapFixture.ts'
import { ruler } from '../helpers/layout/ruler.ts'

const blank = {
  id: 's',
  colour: '',
  fill: '',
  strokeWidth: 0.7,
  closed: false,
  points: [],
  width: 40,
  height: 20,
  text: '',
  mediaId: null,
}

function draw(sketch: object) {
  const map = mapFixture()
  const place = {
    journeyId: map.journeyId,
    activityId: null,
    laneId: null,
    x: 5,
    y: 5,
    rotation: 0,
    order: 'a',
  }
  const [placed] = placeSketches([{ ...blank, place, ...sketch } as never], map.layout(), ruler)
  if (placed === undefined) throw new Error('it belongs to this journey')
  return { placed, ops: opsOfSketch(placed, LIGHT_THEME) }
}

describe('a drawing on the map', () => {
  it('can be seen in every light, whatever it was drawn with', () => {
    for (const colour of [SKETCH_INK, '', '#000000', '#1e3a8a', '#7d2413']) {
      expect(contrast(sketchColour(colour, DARK_THEME), DARK_THEME.board), colour).toBeGreaterThanOrEqual(3)
    }
    expect(sketchColour('#ffd54a', DARK_THEME)).toBe('#ffd54a')
    expect(sketchColour(SKETCH_INK, LIGHT_THEME)).toBe(SKETCH_INK)
  })

  it('that is a text shows its words, broken to its width, and no frame', () => {
    const { placed, ops } = draw({ kind: 'text', text: 'Hier steigt die Familie um und sucht Gleis 14' })
    expect(ops.map(({ kind }) => kind)).toEqual(ops.map(() => 'text'))
    expect(ops.length).toBeGreaterThan(1)
    const said = ops.map((op) => ('text' in op ? op.text : '')).join(' ')
    expect(said).toBe('Hier steigt die Familie um und sucht Gleis 14')
    expect(placed.rect.height).toBeGreaterThan(0)
  })

  it('that is a picture shows the picture in its box', () => {
    const { placed, ops } = draw({ kind: 'picture', mediaId: 'm1' })
    expect(ops).toContainEqual({ kind: 'picture', ...placed.box, mediaId: 'm1' })
  })

  it('that is an ellipse is round', () => {
    const [op] = draw({ kind: 'ellipse' }).ops
    expect(op?.kind === 'path' && op.segments.filter(([command]) => command === 'C')).toHaveLength(4)
  })
})
