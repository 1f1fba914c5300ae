/** A photo of a filled card that was put somewhere is offered its own place, moves there in one step, and back. */
import { describe, expect, it } from 'vitest'
import { hangPhoto } from '../../../src/app/paper/hangPhoto.ts'
import { movePhoto } from '../../../src/app/paper/movePhoto.ts'
import { cardsWith, offerFor } from '../../../src/app/paper/offerFor.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { linkRecords } from '../../../src/model/commands/linkRecords.ts'
import { paperMark, printedCode } from '../../../src/model/paperCode.ts'
import { cardsInCell } from '../../../src/model/select/cardsInCell.ts'
import { isPaperKnown } from '../../../src/model/select/paperPlace.ts'
import { createUndo } from '../../../src/model/undo.ts'
import { ACTOR, done, paperScene } from './paperScene.ts'

function sceneWithCard(text = '') {
  const scene = paperScene()
  const { workshop, laneOf, search } = scene
  const mediaId = scene.photo()
  const laneId = laneOf('expectations').id
  done(addCard(workshop, ACTOR, { laneId, activityId: search, text, fields: { mediaIds: [mediaId] } }))
  const history = createUndo(workshop)
  const offer = (code = scene.code('painPoints', scene.travel)) => {
    const found = offerFor(workshop.snapshot(), mediaId, { kind: 'code', code })
    if (found.kind !== 'elsewhere') throw new Error(`nothing was offered: ${found.kind}`)
    return { workshopId: 'w', mediaId, code: found.code, target: found.target }
  }
  const move = (code?: Parameters<typeof offer>[0]) =>
    done(history.gesture(() => movePhoto(workshop, ACTOR, offer(code))))
  return { ...scene, mediaId, history, move, from: laneId }
}

describe('a photo whose code names another place', () => {
  it('takes the card along that is nothing but this photo, and one undo brings it back', () => {
    const { workshop, laneOf, board, search, mediaId, history, move, from } = sceneWithCard()
    const before = workshop.snapshot().cards.size
    move()
    const target = cardsInCell(workshop.snapshot(), laneOf('painPoints').id, board)
    expect(target.map(({ mediaIds }) => mediaIds)).toEqual([[mediaId]])
    expect(workshop.snapshot().cards.size).toBe(before)
    expect(history.undo()).toBe(true)
    expect(cardsInCell(workshop.snapshot(), from, search)).toHaveLength(1)
    expect(workshop.snapshot().media.get(mediaId)?.name).toBe('image.jpg')
  })

  it('leaves a card with words where it is and takes only the photo from it', () => {
    const { workshop, laneOf, board, search, mediaId, move, from } = sceneWithCard('written in the app')
    move()
    const [kept] = cardsInCell(workshop.snapshot(), from, search)
    expect(kept).toMatchObject({ text: 'written in the app', mediaIds: [] })
    expect(cardsInCell(workshop.snapshot(), laneOf('painPoints').id, board)[0]?.mediaIds).toEqual([mediaId])
  })

  it('is taken from an activity, too', () => {
    const scene = paperScene()
    const { workshop, search, board, laneOf, code, travel } = scene
    const mediaId = scene.photo()
    done(linkRecords(workshop, ACTOR, { table: 'activities', id: search, field: 'mediaIds', add: [mediaId] }))
    const found = offerFor(workshop.snapshot(), mediaId, { kind: 'code', code: code('ideas', travel) })
    if (found.kind !== 'elsewhere') throw new Error('nothing was offered')
    done(movePhoto(workshop, ACTOR, { workshopId: 'w', mediaId, code: found.code, target: found.target }))
    expect(workshop.snapshot().activities.get(search)?.mediaIds).toEqual([])
    expect(cardsInCell(workshop.snapshot(), laneOf('ideas').id, board)[0]?.mediaIds).toEqual([mediaId])
  })

  it('gives a phase without an activity its first, in the same step', () => {
    const { workshop, laneOf, arrive, code, move, history } = sceneWithCard()
    move(code('painPoints', arrive))
    const made = [...workshop.snapshot().activities.values()].find(({ place }) => place.phaseId === arrive)
    if (made === undefined) throw new Error('no activity was made')
    expect(cardsInCell(workshop.snapshot(), laneOf('painPoints').id, made.id)).toHaveLength(1)
    history.undo()
    expect(workshop.snapshot().activities.has(made.id)).toBe(false)
  })

  it('is known again by its code, so that the same card is not put there twice', () => {
    const { workshop, travel, code, mediaId, move } = sceneWithCard()
    const moved = code('painPoints', travel)
    expect(isPaperKnown(workshop.snapshot(), moved)).toBe(false)
    move()
    expect(isPaperKnown(workshop.snapshot(), moved)).toBe(true)
    expect(workshop.snapshot().media.get(mediaId)?.name).toBe(`${printedCode(moved)}.jpg`)
  })
})

describe('a photo that is offered nothing', () => {
  const said = (found: Parameters<typeof offerFor>[2], scene = sceneWithCard()) =>
    offerFor(scene.workshop.snapshot(), scene.mediaId, found)

  it('is in its place already, under whichever activity of the phase', () => {
    const scene = sceneWithCard()
    expect(said({ kind: 'code', code: scene.code('expectations', scene.plan) }, scene)).toEqual({
      kind: 'nothing',
    })
  })

  it('names no phase and lies in its lane', () => {
    const scene = sceneWithCard()
    expect(said({ kind: 'code', code: scene.code('expectations', null) }, scene)).toEqual({ kind: 'nothing' })
  })

  it('is told apart: another workshop, a place that is gone, a foreign code, one that cannot be read', () => {
    const scene = sceneWithCard()
    const code = scene.code('painPoints', scene.travel)
    const elsewhere = { ...code, workshop: paperMark('workshop', 'another') }
    expect(said({ kind: 'code', code: elsewhere }, scene)).toEqual({ kind: 'word', word: 'sawOther' })
    const gone = { ...code, place: paperMark('place', 'no such phase') }
    expect(said({ kind: 'code', code: gone }, scene)).toEqual({ kind: 'word', word: 'sawGone' })
    expect(said({ kind: 'foreign' }, scene)).toEqual({ kind: 'word', word: 'sawForeign' })
    expect(said({ kind: 'damaged' }, scene)).toEqual({ kind: 'word', word: 'sawDamaged' })
    expect(said({ kind: 'none' }, scene)).toEqual({ kind: 'nothing' })
  })
})

describe('a photo without a place of its own', () => {
  it('goes to the parking lot when nobody says more', () => {
    const { workshop, photo } = paperScene()
    const mediaId = photo()
    done(hangPhoto(workshop, ACTOR, mediaId, { kind: 'parking' }))
    expect(cardsWith(workshop.snapshot(), mediaId)[0]?.place).toMatchObject({
      laneId: null,
      activityId: null,
    })
  })
})
