/** The prompt, once it is known whether this app can update itself. */
import { useEffect, useState } from 'react'
import type { AppUpdate } from './appUpdate.ts'
import { UpdatePrompt } from './UpdatePrompt.tsx'

export function UpdateArea({ update }: { readonly update: Promise<AppUpdate | null> }) {
  const [ready, setReady] = useState<AppUpdate | null>(null)
  useEffect(() => {
    let left = false
    void update.then((found) => (left ? undefined : setReady(found)))
    return () => {
      left = true
    }
  }, [update])
  return ready === null ? null : <UpdatePrompt update={ready} />
}
