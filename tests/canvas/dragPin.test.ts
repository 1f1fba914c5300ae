import { beforeEach, describe, expect, it } from 'vitest'
import { agreeValue } from '../../src/model/commands/agreeValue.ts'
import { ratingStats } from '../../src/model/select/ratingStats.ts'
import { useToasts } from '../../src/ui/toastStore.ts'
import { must } from '../model/support/testWorkshop.ts'
import { type MapFixture, mapFixture } from './support/mapFixture.ts'

let map: MapFixture
beforeEach(() => {
  map = mapFixture()
  useToasts.setState({ messages: [] })
})

const agreed = () =>
  ratingStats(map.workshop.snapshot(), { kind: 'activity', id: map.ids.first }, { view: 'inside' }).agreed
    ?.value ?? null
const messages = () => useToasts.getState().messages

describe('a pin that was dragged', () => {
  it('says what was agreed for what, and one tap takes it back', () => {
    map.actions.dragPin(map.ids.first, 'inside', 7.5)
    expect(agreed()).toBe(7.5)
    expect(messages()[0]?.text).toMatch(/^Innensicht, geeinigt: 7,5 von 10 für „.+“$/)
    messages()[0]?.action?.onAction()
    expect(agreed()).toBeNull()
  })

  it('comes back to the earlier agreement, not to none', () => {
    map.actions.dragPin(map.ids.first, 'inside', 4)
    map.actions.dragPin(map.ids.first, 'inside', 9)
    messages()[1]?.action?.onAction()
    expect(agreed()).toBe(4)
  })

  it('takes back nothing that somebody else has settled on meanwhile', () => {
    map.actions.dragPin(map.ids.first, 'inside', 4)
    const subject = { kind: 'activity', id: map.ids.first } as const
    must(agreeValue(map.workshop, { personId: null }, { subject, view: 'inside', value: 10 }))
    messages()[0]?.action?.onAction()
    expect(agreed()).toBe(10)
  })

  it('writes and says nothing when it was let go where it stood', () => {
    map.actions.dragPin(map.ids.first, 'inside', 4)
    map.actions.dragPin(map.ids.first, 'inside', 4)
    expect(messages()).toHaveLength(1)
  })
})
