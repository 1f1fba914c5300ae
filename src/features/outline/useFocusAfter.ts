/**
 * When the row that holds the focus disappears (deleted here or by somebody else), the focus goes to the next row that
 * is still there, else to the one before: a keyboard or a screen reader stays where it was reading.
 */
import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'

const ROW_BUTTON = '.et-outline__row button'

export function useFocusAfter(row: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = row.current
    return () => {
      const outline = element?.closest('.et-outline') ?? null
      if (element === null || outline === null || !element.contains(document.activeElement)) return
      const buttons = [...outline.querySelectorAll<HTMLElement>(ROW_BUTTON)]
      const own = buttons.findIndex((button) => element.contains(button))
      const candidates = [...buttons.slice(own + 1), ...buttons.slice(0, own).reverse()]
      // Only after the removal is it certain which of them went along.
      queueMicrotask(() => candidates.find((button) => button.isConnected)?.focus())
    }
  }, [row])
}
