/**
 * The address of the relay that other devices understand. A page that was opened as localhost asks its relay, which
 * knows the addresses of its machine; without an answer it stays as it is and the person is asked.
 */
import { useEffect, useState } from 'react'
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

export function useLanOrigin(origin: string): string {
  const [known, setKnown] = useState<{ readonly of: string; readonly lan: string } | null>(null)
  useEffect(() => {
    if (origin !== window.location.origin || !isOnlyThisMachine(origin)) return undefined
    let isCurrent = true
    askRelay(origin).then(
      (lan) => {
        if (isCurrent && lan !== null) setKnown({ of: origin, lan })
      },
      // Without the relay nobody can join anyway; the dialog asks for the address instead.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [origin])
  return known?.of === origin ? known.lan : origin
}
