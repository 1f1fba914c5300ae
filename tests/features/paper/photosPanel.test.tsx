/** Photos of filled cards in a list: where each goes is shown before anything happens, and can be said by hand. */
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FoundCode, PaperTools, PlacedPhoto } from '../../../src/features/paper/paperTools.ts'
import { PhotosPanel } from '../../../src/features/paper/PhotosPanel.tsx'
import { paperMark, printedCode } from '../../../src/model/paperCode.ts'
import { ACTOR, paperScene } from '../../app/paper/paperScene.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

beforeEach(() => {
  Object.assign(URL, { createObjectURL: () => 'blob:photo', revokeObjectURL: () => undefined })
})

function panel(answers: Readonly<Record<string, FoundCode>>, scene = paperScene(), mayWrite = true) {
  const placed: PlacedPhoto[] = []
  const tools: PaperTools = {
    mayWrite,
    journeyId: scene.journeyId,
    readCode: ({ name }) => Promise.resolve(answers[name] ?? { kind: 'none' }),
    place: (photos) => {
      placed.push(...photos)
      return Promise.resolve(photos)
    },
  }
  renderInWorkshop(scene.workshop, ACTOR, <PhotosPanel tools={tools} />)
  const user = userEvent.setup()
  const take = (...names: string[]) =>
    user.upload(
      screen.getByLabelText('Choose photos'),
      names.map((name) => new File(['x'], name, { type: 'image/jpeg' })),
    )
  const item = async (name: string) => {
    const image = await screen.findByAltText(name)
    const found = image.closest('li')
    if (found === null) throw new Error('a photo outside of the list')
    return within(found)
  }
  return { scene, placed, user, take, item }
}

describe('photos of filled cards', () => {
  it('go where their codes say, those without a code only when somebody says where', async () => {
    const scene = paperScene()
    const code = scene.code('painPoints', scene.travel)
    const { placed, user, take, item } = panel({ 'a.jpg': { kind: 'code', code } }, scene)
    await take('a.jpg', 'b.jpg')
    const first = await item('a.jpg')
    expect(await first.findByText('Code found')).toBeTruthy()
    expect(first.getByLabelText('Activity')).toHaveProperty('value', `activity:${scene.board}`)
    const second = await item('b.jpg')
    expect(await second.findByText(/No code found/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Put 1 photo on the map' }))
    await waitFor(() => expect(placed).toHaveLength(1))
    const target = { kind: 'activity', laneId: scene.laneOf('painPoints').id, activityId: scene.board }
    expect(placed[0]).toMatchObject({ target, code })
    await waitFor(() => expect(screen.queryByAltText('a.jpg')).toBeNull())
    await user.selectOptions((await item('b.jpg')).getByLabelText('Lane'), scene.laneOf('ideas').id)
    await user.selectOptions((await item('b.jpg')).getByLabelText('Activity'), `phase:${scene.arrive}`)
    await user.click(screen.getByRole('button', { name: 'Put 1 photo on the map' }))
    await waitFor(() => expect(placed).toHaveLength(2))
    expect(placed[1]).toMatchObject({ target: { kind: 'phase', phaseId: scene.arrive }, code: null })
  })

  it('are placed by the characters beneath a code that cannot be read; wrong ones change nothing', async () => {
    const scene = paperScene()
    const code = scene.code('ideas', scene.plan)
    const { user, take, item } = panel({ 'c.jpg': { kind: 'damaged' } }, scene)
    await take('c.jpg')
    const typed = await (await item('c.jpg')).findByLabelText('Characters below the code')
    await user.type(typed, '0000-0000-0000-00')
    expect(await (await item('c.jpg')).findByText(/not those of a card of this workshop/)).toBeTruthy()
    await user.clear(typed)
    await user.type(typed, printedCode(code).toLowerCase())
    expect(await (await item('c.jpg')).findByText('Code found')).toBeTruthy()
    expect((await item('c.jpg')).getByLabelText('Lane')).toHaveProperty('value', scene.laneOf('ideas').id)
  })

  it.each<[FoundCode['kind'] | 'other', RegExp]>([
    ['foreign', /not one of Etappe/],
    ['several', /several cards on this photo/],
    ['unreadable', /cannot be read as a picture/],
    ['other', /printed for another workshop/],
  ])('that are %s are said to be so, and none is put on the map unasked', async (kind, words) => {
    const scene = paperScene()
    const other = { ...scene.code('ideas', scene.plan), workshop: paperMark('workshop', 'another') }
    const found: FoundCode = kind === 'other' || kind === 'code' ? { kind: 'code', code: other } : { kind }
    const { take, item } = panel({ 'd.jpg': found }, scene)
    await take('d.jpg')
    expect(await (await item('d.jpg')).findByText(words)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Put 0 photos on the map' })).toHaveProperty('disabled', true)
  })

  it('cannot be added by somebody who only reads', () => {
    panel({}, paperScene(), false)
    expect(screen.queryByLabelText('Choose photos')).toBeNull()
    expect(screen.getByText(/not add photos/)).toBeTruthy()
  })
})
