/** A screen over a real workshop document, with what a person would hear and see recorded; cleaned up after each test. */
import type { RenderResult } from '@testing-library/react'
import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { onTestFinished, vi } from 'vitest'
import type { Deleted } from '../../../src/bindings/FeedbackContext.ts'
import { FeedbackContext } from '../../../src/bindings/FeedbackContext.ts'
import { WorkshopProvider } from '../../../src/bindings/WorkshopProvider.tsx'
import type { Locale } from '../../../src/i18n/translate.ts'
import { LocaleContext } from '../../../src/i18n/useTranslate.ts'
import type { Actor } from '../../../src/model/actor.ts'
import type { CommandErrorCode } from '../../../src/model/commandResult.ts'
import type { UndoHistory } from '../../../src/model/undo.ts'
import { createUndo } from '../../../src/model/undo.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'

// Typing in jsdom on a busy machine; nothing waits for this time unless it fails.
vi.setConfig({ testTimeout: 20_000 })

/** jsdom has neither; both are asked by radix and by our own screens. */
export function standInForBrowser(wide = true): void {
  window.matchMedia = (query: string) =>
    ({
      matches: wide && query.includes('min-width'),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  Object.assign(Element.prototype, { hasPointerCapture: () => false, scrollIntoView: () => undefined })
}

export interface RenderedWorkshop extends RenderResult {
  readonly history: UndoHistory
  readonly refusals: CommandErrorCode[]
  readonly deletions: Deleted[]
}

export function renderInWorkshop(
  workshop: WorkshopDocument,
  actor: Actor,
  screen: ReactElement,
  locale: Locale = 'en',
): RenderedWorkshop {
  standInForBrowser()
  const history = createUndo(workshop)
  const refusals: CommandErrorCode[] = []
  const deletions: Deleted[] = []
  const feedback = {
    refused: ({ code }: { readonly code: CommandErrorCode }) => void refusals.push(code),
    deleted: (deleted: Deleted) => void deletions.push(deleted),
  }
  const result = render(
    <LocaleContext value={locale}>
      <WorkshopProvider workshop={workshop} actor={actor} history={history}>
        <FeedbackContext value={feedback}>{screen}</FeedbackContext>
      </WorkshopProvider>
    </LocaleContext>,
  )
  onTestFinished(() => {
    cleanup()
    history.destroy()
    useToasts.setState({ messages: [] })
  })
  return { ...result, history, refusals, deletions }
}
