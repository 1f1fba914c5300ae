import { describe, expect, it } from 'vitest'
import { fittedSize } from '../../../src/app/pictures/encodePicture.ts'
import { placePicture } from '../../../src/app/pictures/placePicture.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { addTouchpoint } from '../../../src/model/commands/addTouchpoint.ts'
import { cardsInCell } from '../../../src/model/select/cardsInCell.ts'
import { createUndo } from '../../../src/model/undo.ts'
import { column, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'

const picture = {
  kind: 'picture',
  mime: 'image/jpeg',
  bytes: 1234,
  duration: null,
  page: null,
  width: 1600,
  height: 900,
  preview: 'data:image/jpeg;base64,AA',
  sha256: 'a'.repeat(64),
  name: 'IMG_1.jpg',
} as const

describe('a photo on the map', () => {
  it('hangs on the card it was taken for, described by its hash and size', () => {
    const { workshop, actor } = newWorkshop()
    const activityId = column(workshop, actor, 'I wait')
    const cardId = must(addCard(workshop, actor, { laneId: laneOf(workshop, 'ideas').id, activityId }))
    const mediaId = must(placePicture(workshop, actor, picture, { kind: 'card', id: cardId }))
    const { cards, media } = workshop.snapshot()
    expect(cards.get(cardId)?.mediaIds).toEqual([mediaId])
    expect(media.get(mediaId)).toMatchObject({
      sha256: picture.sha256,
      bytes: 1234,
      width: 1600,
      height: 900,
      deviceName: expect.stringContaining('Anna'),
    })
  })

  it('in an empty cell becomes a card of its own, and one undo takes both away', () => {
    const { workshop, actor } = newWorkshop()
    const cell = { laneId: laneOf(workshop, 'storyboard').id, activityId: column(workshop, actor, 'I wait') }
    const history = createUndo(workshop)
    const mediaId = must(
      history.gesture(() => placePicture(workshop, actor, picture, { kind: 'cell', cell })),
    )
    const cards = () => cardsInCell(workshop.snapshot(), cell.laneId, cell.activityId)
    expect(cards()[0]?.mediaIds).toEqual([mediaId])
    history.undo()
    expect(cards()).toEqual([])
    expect(workshop.snapshot().media.size).toBe(0)
  })

  it('on a placement becomes the picture of its touchpoint, everywhere it stands', () => {
    const { workshop, actor } = newWorkshop()
    const activityId = column(workshop, actor, 'I wait')
    const added = must(addTouchpoint(workshop, actor, { fields: { name: 'Counter' }, activityId }))
    if (added.placementId === null) throw new Error('not placed')
    const mediaId = must(placePicture(workshop, actor, picture, { kind: 'placement', id: added.placementId }))
    expect(workshop.snapshot().touchpoints.get(added.touchpointId)?.pictureId).toBe(mediaId)
  })

  it('is refused to a reader', () => {
    const { workshop, actor } = newWorkshop()
    const id = column(workshop, actor, 'I wait')
    const reader = { personId: null, mayWrite: [] }
    expect(placePicture(workshop, reader, picture, { kind: 'activity', id })).toMatchObject({
      ok: false,
      error: { code: 'notAllowed' },
    })
  })
})

describe('the size of a photo', () => {
  it.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [800, 600, 800, 600],
    [16000, 3, 1600, 1],
  ])('%d × %d becomes %d × %d: never enlarged, never empty', (width, height, w, h) => {
    expect(fittedSize(width, height, 1600)).toEqual({ width: w, height: h })
  })
})
