/** What people type for the address that a workshop moves to, checked before anybody is told. */
import { err, ok, type Result } from '../../shared/result.ts'

export type NewAddressError = 'wrong' | 'same' | 'thisMachine'

/** `relay.example` is taken as https; a path, as of a pasted link, does not matter. */
export function readNewOrigin(
  text: string,
  current: readonly string[],
  isOnlyThisMachine: (origin: string) => boolean,
): Result<string, NewAddressError> {
  const typed = text.trim()
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  if (typed === '' || !/^https?:/i.test(whole) || !URL.canParse(whole)) return err('wrong')
  const { origin, hostname, username, password } = new URL(whole)
  const isHost = /^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/i.test(hostname)
  if (!isHost || username !== '' || password !== '') return err('wrong')
  if (current.includes(origin)) return err('same')
  const staysHere = current.every((one) => !isOnlyThisMachine(one))
  return isOnlyThisMachine(origin) && staysHere ? err('thisMachine') : ok(origin)
}
