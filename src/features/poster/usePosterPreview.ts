/** Lays the poster out again whenever the choices or the workshop change, one at a time, the newest wins. */
import { useEffect, useState } from 'react'
import type { PosterFailure, PosterPreviewed, PosterTools } from './posterTools.ts'
import type { PosterWish } from './posterWish.logic.ts'

export type PreviewState =
  | { readonly kind: 'working'; readonly last: PosterPreviewed | null }
  | { readonly kind: 'ready'; readonly poster: PosterPreviewed }
  | { readonly kind: 'failed'; readonly failure: PosterFailure }

/** People drag through choices; the layout of a thousand cards need not follow every step. */
const SETTLE_MS = 150

interface Answer {
  readonly wish: PosterWish
  readonly revision: unknown
  readonly result: Awaited<ReturnType<PosterTools['preview']>>
}

export function usePosterPreview(tools: PosterTools, wish: PosterWish): PreviewState {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { preview, revision } = tools
  useEffect(() => {
    let isCurrent = true
    const handle = setTimeout(() => {
      void preview(wish).then((result) => {
        if (isCurrent) setAnswer({ wish, revision, result })
      })
    }, SETTLE_MS)
    return () => {
      isCurrent = false
      clearTimeout(handle)
    }
  }, [preview, revision, wish])
  if (answer === null) return { kind: 'working', last: null }
  const { result } = answer
  if (answer.wish !== wish || answer.revision !== revision) {
    return { kind: 'working', last: result.ok ? result.value : null }
  }
  return result.ok ? { kind: 'ready', poster: result.value } : { kind: 'failed', failure: result.error }
}
