import { describe, expect, it, vi } from 'vitest'
import type { Timers } from '../../../src/shared/timers.ts'
import { watchServiceWorker } from '../../../src/app/update/serviceWorkerUpdate.ts'

const HOUR = 3_600_000

async function openPage() {
  let now = 0
  const due: (() => void)[] = []
  const timers: Timers = {
    after: (_ms, run) => {
      due.push(run)
      return () => void due.splice(due.indexOf(run), 1)
    },
  }
  const update = vi.fn(() => Promise.reject(new Error('no network')))
  const installing = Object.assign(new EventTarget(), { state: 'installing' })
  const registration = Object.assign(new EventTarget(), { waiting: null, active: null, installing, update })
  const container = Object.assign(new EventTarget(), {
    controller: null,
    register: vi.fn(() => Promise.resolve(registration as unknown as ServiceWorkerRegistration)),
  })
  const failures: string[] = []
  const worker = await watchServiceWorker({
    container: container as unknown as ServiceWorkerContainer,
    scriptUrl: '/sw.js',
    onTakenOver: () => undefined,
    page: document,
    clock: { now: () => now },
    timers,
    onLookFailed: (cause) => void failures.push(String(cause)),
  })
  const show = (at: number) => {
    now = at
    document.dispatchEvent(new Event('visibilitychange'))
  }
  const become = (state: string) => {
    installing.state = state
    installing.dispatchEvent(new Event('statechange'))
  }
  return { worker, update, failures, show, become, register: container.register, due }
}

describe('looking for a new version', () => {
  it('looks when the page is shown again, at most once an hour, and survives having no network', async () => {
    const { worker, update, failures, show } = await openPage()
    show(HOUR - 1)
    expect(update).toHaveBeenCalledTimes(0)
    show(HOUR)
    show(HOUR + 1)
    expect(update).toHaveBeenCalledTimes(1)
    await vi.waitFor(() => expect(failures).toEqual(['Error: no network']))
    show(2 * HOUR)
    expect(update).toHaveBeenCalledTimes(2)
    worker.close()
    show(4 * HOUR)
    expect(update).toHaveBeenCalledTimes(2)
  })
})

describe('the first installation', () => {
  it('that a lost network has ended is tried again until it succeeds', async () => {
    const { worker, become, register, due } = await openPage()
    become('redundant')
    register.mockRejectedValueOnce(new TypeError('no network'))
    due.shift()?.()
    await vi.waitFor(() => expect(due).toHaveLength(1))
    due.shift()?.()
    await vi.waitFor(() => expect(register).toHaveBeenCalledTimes(3))
    become('activated')
    expect(due).toEqual([])
    worker.close()
  })
})
