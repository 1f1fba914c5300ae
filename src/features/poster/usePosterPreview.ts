/** Lays the poster out again whenever the choices or the workshop change, one at a time, the newest wins. */
import { useEffect, useState } from 'react'
import type { Result } from '../../shared/result.ts'
import type { PosterFailure, PosterPreviewed } from './posterTools.ts'

/** A poster, or sheets: whatever is laid out again as people choose. */
export type PreviewState<Shown = PosterPreviewed> =
  | { readonly kind: 'working'; readonly last: Shown | null }
  | { readonly kind: 'ready'; readonly poster: Shown }
  | { readonly kind: 'failed'; readonly failure: PosterFailure }

/** People drag through choices; the layout of a thousand cards need not follow every step. */
const SETTLE_MS = 150

interface PreviewTools<Wish, Shown> {
  readonly revision: unknown
  readonly preview: (wish: Wish) => Promise<Result<Shown, PosterFailure>>
}

interface Answer<Wish, Shown> {
  readonly wish: Wish
  readonly revision: unknown
  readonly result: Result<Shown, PosterFailure>
}

export function usePosterPreview<Wish, Shown>(
  tools: PreviewTools<Wish, Shown>,
  wish: Wish,
): PreviewState<Shown> {
  const [answer, setAnswer] = useState<Answer<Wish, Shown> | null>(null)
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
