/** One print at a time: progress, cancel, and the finished file as an address until the panel closes. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '../../shared/result.ts'
import type { PosterFailure, PrintOptions } from './posterTools.ts'

export type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printing'; readonly fraction: number }
  | { readonly kind: 'done'; readonly url: string; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: PosterFailure }

export interface PosterPrint<Wish> {
  readonly state: PrintState
  readonly start: (wish: Wish, name: string) => void
  readonly cancel: () => void
}

type Print<Wish> = (wish: Wish, options: PrintOptions) => Promise<Result<Blob, PosterFailure>>

export function usePosterPrint<Wish>(print: Print<Wish>): PosterPrint<Wish> {
  const [state, setState] = useState<PrintState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  const url = useRef<string | null>(null)
  const forget = useCallback(() => {
    if (url.current !== null) URL.revokeObjectURL(url.current)
    url.current = null
  }, [])
  useEffect(
    () => () => {
      running.current?.abort()
      forget()
    },
    [forget],
  )
  const start = useCallback(
    (wish: Wish, name: string) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      forget()
      setState({ kind: 'printing', fraction: 0 })
      const onProgress = (fraction: number) => {
        if (running.current === controller) setState({ kind: 'printing', fraction })
      }
      void print(wish, { onProgress, signal: controller.signal }).then((result) => {
        if (running.current !== controller) return
        running.current = null
        if (!result.ok) {
          setState(
            result.error.code === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', failure: result.error },
          )
          return
        }
        url.current = URL.createObjectURL(result.value)
        setState({ kind: 'done', url: url.current, name })
      })
    },
    [print, forget],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState({ kind: 'idle' })
  }, [])
  return { state, start, cancel }
}
