/**
 * The address of the relay that other devices understand. A page that was opened as localhost asks its relay, which
 * knows the addresses of its machine; without an answer it stays as it is and the person is asked.
 */
import { useEffect, useRef, useState } from 'react'
import { isOnlyThisMachine } from '../features/share/lanAddress.logic.ts'

async function askRelay(origin: string): Promise<string | null> {
  const response = await fetch(`${origin}/addresses`)
  if (!response.ok) return null
  const body: unknown = await response.json()
  if (typeof body !== 'object' || body === null || !('origins' in body) || !Array.isArray(body.origins))
    return null
  const first: unknown = body.origins[0]
  return typeof first === 'string' && URL.canParse(first) ? new URL(first).origin : null
}

/** A laptop that joins another network, or gets another address in this one, must not show codes that lead nowhere. */
const ASK_AGAIN_MS = 15_000

/** `onMoved` is called with the new address when it becomes another one while somebody looks. */
export function useLanOrigin(origin: string, onMoved?: (lan: string) => void): string {
  const [known, setKnown] = useState<{ readonly of: string; readonly lan: string } | null>(null)
  const tell = useRef(onMoved)
  useEffect(() => {
    tell.current = onMoved
  })
  useEffect(() => {
    if (origin !== window.location.origin || !isOnlyThisMachine(origin)) return undefined
    let isCurrent = true
    let last: string | null = null
    const ask = (): void => {
      askRelay(origin).then(
        (lan) => {
          if (!isCurrent || lan === null) return
          if (last !== null && last !== lan) tell.current?.(lan)
          last = lan
          setKnown({ of: origin, lan })
        },
        // Without the relay nobody can join anyway; the dialog asks for the address instead.
        () => undefined,
      )
    }
    ask()
    const timer = setInterval(ask, ASK_AGAIN_MS)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [origin])
  return known?.of === origin ? known.lan : origin
}
