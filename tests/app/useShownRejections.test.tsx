import { renderHook } from '@testing-library/react'
import { expect, it, onTestFinished } from 'vitest'
import { useShownRejections } from '../../src/app/useShownRejections.ts'
import { translator } from '../../src/i18n/translate.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { useToasts } from '../../src/ui/toastStore.ts'

it('says that something did not work when a promise nobody waits for is rejected, and writes the cause down', async () => {
  const written: unknown[] = []
  const logger = {
    ...silentLogger,
    error: (_message: string, details: unknown) => void written.push(details),
  }
  const t = translator('en')
  const { unmount } = renderHook(() => useShownRejections(logger, t))
  onTestFinished(() => useToasts.setState({ messages: [] }))
  const reject = () =>
    window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('no disk') }))
  reject()
  await expect.poll(() => written).toEqual([{ cause: 'Error: no disk' }])
  expect(useToasts.getState().messages.map(({ text }) => text)).toEqual([t('app.unexpected')])
  const settled = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason: 'known' })
  window.addEventListener('unhandledrejection', (event) => event.preventDefault(), { once: true })
  window.dispatchEvent(settled)
  unmount()
  reject()
  await new Promise((resolve) => setTimeout(resolve))
  expect(written).toHaveLength(1)
})
