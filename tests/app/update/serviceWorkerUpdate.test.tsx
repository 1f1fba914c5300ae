import { describe, expect, it, vi } from 'vitest'
import { watchServiceWorker } from '../../../src/app/update/serviceWorkerUpdate.ts'

const HOUR = 3_600_000

async function openPage() {
  let now = 0
  const update = vi.fn(() => Promise.reject(new Error('no network')))
  const registration = Object.assign(new EventTarget(), { waiting: null, installing: null, update })
  const container = Object.assign(new EventTarget(), {
    controller: null,
    register: () => Promise.resolve(registration as unknown as ServiceWorkerRegistration),
  })
  const failures: string[] = []
  const worker = await watchServiceWorker({
    container: container as unknown as ServiceWorkerContainer,
    scriptUrl: '/sw.js',
    onTakenOver: () => undefined,
    page: document,
    clock: { now: () => now },
    onLookFailed: (cause) => void failures.push(String(cause)),
  })
  const show = (at: number) => {
    now = at
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return { worker, update, failures, show }
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
