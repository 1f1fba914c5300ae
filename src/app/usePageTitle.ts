/** What the browser's tab, its history and a screen reader call this page: from the particular to the app's name. */
import { useEffect } from 'react'

const APP = 'Etappe'

/** Empty parts are left out; the page that is shown last gives the name. */
export function usePageTitle(...parts: readonly string[]): void {
  const title = [...parts.map((part) => part.trim()).filter((part) => part !== ''), APP].join(' – ')
  useEffect(() => {
    document.title = title
  }, [title])
}
