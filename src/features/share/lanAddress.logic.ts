/** Addresses that only the machine itself understands, and what people type for the one the others understand. */
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'

export function isOnlyThisMachine(origin: string): boolean {
  const { hostname } = new URL(origin)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    hostname.startsWith('127.')
  )
}

/** `192.168.1.20:4321` or with protocol and slash; without a protocol it is the one of this page. */
export function readAddress(text: string, origin: string): Result<string, 'wrong'> {
  const typed = text.trim()
  if (typed === '') return err('wrong')
  const whole = /^https?:\/\//i.test(typed) ? typed : `${new URL(origin).protocol}//${typed}`
  if (!URL.canParse(whole)) return err('wrong')
  const url = new URL(whole)
  const isHost = /^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/i.test(url.hostname)
  return isHost && url.username === '' ? ok(url.origin) : err('wrong')
}
