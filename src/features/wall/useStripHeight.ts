/** Tells the page how high the strip at the foot of the wall is, so that passing messages stand above its title. */
import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'

const PROPERTY = '--wall-strip'

export function useStripHeight(strip: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = strip.current
    if (element === null) return undefined
    const page = element.ownerDocument.documentElement.style
    const tell = () => page.setProperty(PROPERTY, `${String(Math.ceil(element.offsetHeight))}px`)
    const observer = new ResizeObserver(tell)
    observer.observe(element)
    tell()
    return () => {
      observer.disconnect()
      page.removeProperty(PROPERTY)
    }
  }, [strip])
}
