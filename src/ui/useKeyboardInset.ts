/**
 * How much of the window the soft keyboard covers, as the custom property `--keyboard` on the root element: a bottom
 * sheet stands on it. Browsers without a visual viewport report nothing and keep 0.
 */
import { useEffect } from 'react'

export function useKeyboardInset(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (viewport === null || viewport === undefined) return undefined
    const update = () => {
      const covered = Math.max(0, Math.round(window.innerHeight - viewport.height - viewport.offsetTop))
      document.documentElement.style.setProperty('--keyboard', `${viewport.scale > 1.01 ? 0 : covered}px`)
    }
    update()
    viewport.addEventListener('resize', update)
    viewport.addEventListener('scroll', update)
    return () => {
      viewport.removeEventListener('resize', update)
      viewport.removeEventListener('scroll', update)
      document.documentElement.style.removeProperty('--keyboard')
    }
  }, [])
}
