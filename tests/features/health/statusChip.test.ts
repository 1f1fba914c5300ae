import { describe, expect, it } from 'vitest'
import { chipText } from '../../../src/features/health/StatusChip.tsx'
import type { ChipInput } from '../../../src/features/health/statusChip.logic.ts'
import { chipState } from '../../../src/features/health/statusChip.logic.ts'
import { translator } from '../../../src/i18n/translate.ts'

const saved: ChipInput = {
  save: { state: 'saved', at: 1 },
  connection: { state: 'online' },
  delivery: { state: 'delivered', at: 1 },
  picturesToSend: 0,
  isOnlyHere: false,
  canWrite: true,
}
const failure = { code: 'quota', detail: '' } as const

describe('the chip', () => {
  it('says "on the relay" only when storage and relay both confirmed it', () => {
    expect(chipState(saved)).toEqual({ kind: 'onRelay' })
  })

  it('shouts when work is not on this device, even if the relay has everything', () => {
    expect(chipState({ ...saved, save: { state: 'notSaved', failure, since: 1 } })).toEqual({
      kind: 'notSaved',
    })
    expect(chipState({ ...saved, save: { state: 'loadFailed', failure } })).toEqual({ kind: 'notSaved' })
  })

  it('counts what waits for the relay, also while offline', () => {
    const delivery = { state: 'pending', pending: 3, things: 1 } as const
    expect(chipState({ ...saved, delivery })).toEqual({ kind: 'waiting', n: 1, changes: 3 })
    const offline = { state: 'offline', because: 'unreachable' } as const
    expect(chipState({ ...saved, delivery, connection: offline })).toEqual({
      kind: 'waiting',
      n: 1,
      changes: 3,
    })
  })

  it('never says "on the relay" while the relay lacks pictures of this device', () => {
    expect(chipState({ ...saved, picturesToSend: 2 })).toEqual({ kind: 'pictures', n: 2 })
  })

  it('does not claim the relay has it while the relay is away', () => {
    const offline = { state: 'offline', because: 'unreachable' } as const
    expect(chipState({ ...saved, connection: offline })).toEqual({ kind: 'offline' })
    expect(
      chipState({ ...saved, connection: offline, delivery: { state: 'unchecked', pending: 0, things: 0 } }),
    ).toEqual({
      kind: 'offline',
    })
  })

  it('says after a reload without a network that something waits, as was noted before', () => {
    const offline = { state: 'offline', because: 'unreachable' } as const
    const delivery = { state: 'unchecked', pending: 0, things: 0 } as const
    const noted = { ...saved, connection: offline, delivery, isOnlyHere: true }
    expect(chipState(noted)).toEqual({ kind: 'waitingUncounted' })
    const more = { state: 'unchecked', pending: 1, things: 1 } as const
    expect(chipState({ ...noted, delivery: more }), 'nobody knows how many').toEqual({
      kind: 'waitingUncounted',
    })
    expect(chipState({ ...noted, connection: { state: 'online' }, delivery: saved.delivery })).toEqual({
      kind: 'onRelay',
    })
  })

  it('does not claim delivery for a relay that never acknowledges', () => {
    expect(chipState({ ...saved, delivery: { state: 'unknown' } })).toEqual({ kind: 'sent' })
  })

  it('says "on this device" for a workshop without a relay', () => {
    expect(chipState({ ...saved, delivery: { state: 'noRelay' } })).toEqual({ kind: 'onThisDevice' })
  })

  it('names a refusal by the relay before what is waiting', () => {
    const refused = { state: 'refused', code: 4403, reason: 'forbidden' } as const
    expect(
      chipState({ ...saved, connection: refused, delivery: { state: 'pending', pending: 2, things: 2 } }),
    ).toEqual({
      kind: 'refused',
    })
  })

  it('says that the relay refused, also to whoever only reads and has nothing to deliver', () => {
    const refused = { state: 'refused', code: 4403, reason: 'forbidden' } as const
    const reader = { ...saved, connection: refused, delivery: { state: 'noRelay' }, canWrite: false } as const
    expect(chipState(reader)).toEqual({ kind: 'refused' })
  })

  it.each([
    ['en', 1, '1 change not on the relay yet'],
    ['en', 12, '12 changes not on the relay yet'],
    ['de', 1, '1 Änderung noch nicht auf dem Relay'],
    ['de', 12, '12 Änderungen noch nicht auf dem Relay'],
  ] as const)('says in %s how many changes wait: %i', (locale, n, text) => {
    expect(chipText(translator(locale), { kind: 'waiting', n, changes: 40 })).toBe(text)
  })
})
