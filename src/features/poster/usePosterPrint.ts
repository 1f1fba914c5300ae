/**
 * One print at a time: progress, cancel, and the finished file as an address, until something else is chosen or the
 * panel closes. Whoever taps “save” gets what the choices say, or nothing.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Result } from '../../shared/result.ts'
import { isSameOnPaper, type OnPaper } from './isSameOnPaper.ts'
import type { PosterFailure, PrintOptions } from './posterTools.ts'

export type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printing'; readonly fraction: number }
  | { readonly kind: 'done'; readonly url: string; readonly name: string; readonly shown: OnPaper }
  | { readonly kind: 'failed'; readonly failure: PosterFailure }

export interface PosterPrint<Wish> {
  readonly state: PrintState
  /** The workshop went on after the finished file was made: it shows what is no longer there. */
  readonly isOutdated: boolean
  readonly start: (wish: Wish, name: string) => void
  readonly cancel: () => void
}

type Print<Wish> = (wish: Wish, options: PrintOptions) => Promise<Result<Blob, PosterFailure>>

interface Printed {
  /** Another object when something else is chosen. */
  readonly choices: unknown
  /** The preview; null while there is none. */
  readonly shown: OnPaper | null
}

export function usePosterPrint<Wish>(print: Print<Wish>, { choices, shown }: Printed): PosterPrint<Wish> {
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
      running.current = null
      forget()
      setState({ kind: 'idle' })
    },
    [choices, forget],
  )
  const start = useCallback(
    (wish: Wish, name: string) => {
      if (shown === null) return
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
        setState({ kind: 'done', url: url.current, name, shown })
      })
    },
    [print, forget, shown],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState({ kind: 'idle' })
  }, [])
  const made = state.kind === 'done' ? state.shown : null
  const isOutdated = useMemo(
    () => made !== null && (shown === null || !isSameOnPaper(made, shown)),
    [made, shown],
  )
  return { state, isOutdated, start, cancel }
}
