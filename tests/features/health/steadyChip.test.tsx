import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ChipState } from '../../../src/features/health/statusChip.logic.ts'
import { useSteadyChip } from '../../../src/features/health/useSteadyChip.ts'
import type { Timers } from '../../../src/shared/timers.ts'

const ON_RELAY: ChipState = { kind: 'onRelay' }
const SAVING: ChipState = { kind: 'saving' }
const waiting = (changes: number, n = changes): ChipState => ({ kind: 'waiting', n, changes })

function chip() {
  const due = new Set<() => void>()
  const timers: Timers = {
    after: (_ms, run) => {
      due.add(run)
      return () => due.delete(run)
    },
  }
  const first = { state: ON_RELAY, isOnline: true }
  const { result, rerender } = renderHook(({ state, isOnline }) => useSteadyChip(state, isOnline, timers), {
    initialProps: first,
  })
  return {
    shows: (state: ChipState, isOnline = true) => {
      rerender({ state, isOnline })
      return result.current
    },
    twoSecondsPass: () => {
      const now = [...due]
      due.clear()
      act(() => now.forEach((run) => run()))
      return result.current
    },
    timers: () => due.size,
    runningTimer: () => [...due][0],
  }
}

it('letters that the relay takes as they are typed never show as waiting', () => {
  const { shows, timers } = chip()
  for (let letter = 0; letter < 20; letter += 1) {
    expect(shows(waiting(1))).toEqual(SAVING)
    expect(shows(waiting(2))).toEqual(SAVING)
    expect(shows(waiting(1))).toEqual(SAVING)
    expect(shows(ON_RELAY)).toEqual(ON_RELAY)
  }
  expect(timers()).toBe(0)
})

it('changes that nobody takes for two seconds are counted, until all have arrived', () => {
  const { shows, twoSecondsPass } = chip()
  shows(waiting(1))
  expect(shows(waiting(5))).toEqual(SAVING)
  expect(twoSecondsPass()).toEqual(waiting(5))
  expect(shows(waiting(3))).toEqual(waiting(3))
  expect(shows(waiting(4))).toEqual(waiting(4))
  expect(shows(ON_RELAY)).toEqual(ON_RELAY)
  expect(shows(waiting(1))).toEqual(SAVING)
})

it('letters of one card that arrive start the two seconds again, though that card goes on waiting', () => {
  const { shows, runningTimer } = chip()
  shows(waiting(2, 1))
  const begun = runningTimer()
  expect(shows(waiting(3, 1))).toEqual(SAVING)
  expect(runningTimer()).toBe(begun)
  expect(shows(waiting(1, 1))).toEqual(SAVING)
  expect(runningTimer()).not.toBe(begun)
})

it('what arrives starts the two seconds again, what is typed does not', () => {
  const { shows, twoSecondsPass, timers } = chip()
  shows(waiting(2))
  shows(waiting(3))
  expect(timers()).toBe(1)
  expect(shows(waiting(1))).toEqual(SAVING)
  expect(timers()).toBe(1)
  expect(twoSecondsPass()).toEqual(waiting(1))
})

it('without a connection it is said at once, and goes on being said while it is caught up', () => {
  const { shows } = chip()
  expect(shows(waiting(1), false)).toEqual(waiting(1))
  expect(shows(waiting(40), true)).toEqual(waiting(40))
  expect(shows(waiting(7), true)).toEqual(waiting(7))
  expect(shows(ON_RELAY)).toEqual(ON_RELAY)
})

it('everything else is shown as it is', () => {
  const { shows } = chip()
  for (const kind of ['notSaved', 'refused', 'offline', 'waitingUncounted', 'sent'] as const) {
    expect(shows({ kind })).toEqual({ kind })
  }
})
