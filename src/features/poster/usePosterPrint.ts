/** One print at a time: progress, cancel, and the finished file as an address until the panel closes. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PosterFailure, PosterTools } from './posterTools.ts'
import type { PosterWish } from './posterWish.logic.ts'

export type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printing'; readonly fraction: number }
  | { readonly kind: 'done'; readonly url: string; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: PosterFailure }

export interface PosterPrint {
  readonly state: PrintState
  readonly start: (wish: PosterWish, name: string) => void
  readonly cancel: () => void
}

export function usePosterPrint(print: PosterTools['print']): PosterPrint {
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
    (wish: PosterWish, name: string) => {
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
