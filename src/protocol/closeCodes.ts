/**
 * Why the relay closes a socket, as numbers both sides know. 4400–4499 mean "trying again cannot help" (stock clients
 * from 3.1 stop, so does ours), 4500–4599 mean "come back later". A refused upgrade would look like a dead network and
 * be retried for ever, therefore the relay accepts first and closes with one of these.
 */
export const CLOSE_CODES = {
  /** A frame that is no message of this protocol, or an update that cannot be read. */
  malformed: 4400,
  /** No capability was offered, or one that is not 43 characters of base64url. */
  noProof: 4401,
  /** The capability belongs to another room, or the role may not write this document. */
  forbidden: 4403,
  /** The address names no room and document that exist in this protocol. */
  unknownDocument: 4404,
  /** A web page of another origin opened the socket. */
  wrongOrigin: 4406,
  /** This relay lets rooms be created only with its creation token. */
  creationRefused: 4407,
  /** The moderator closed this room for good; who may go on got a new link. */
  roomClosed: 4410,
  /** One update or state vector is larger than the relay takes. */
  tooLarge: 4413,
  /** The relay could not read or write its disk; what it had not acknowledged must be sent again. */
  storageFailed: 4500,
  /** The relay is shutting down or restarting. */
  stopping: 4503,
  /** Nobody with the moderator's secret has opened this room on this relay yet. */
  roomNotThereYet: 4504,
  /** The room has used up its space; nothing that was acknowledged is lost. */
  roomFull: 4507,
  /** This client did not read what was sent to it; it resynchronises when it comes back. */
  tooSlow: 4508,
  /** This relay holds as many rooms as it may; a new one needs space that its operator must make. */
  relayFull: 4510,
  /** Too many messages in a short time, or too many connections. */
  tooMany: 4529,
} as const

export type CloseReason = keyof typeof CLOSE_CODES

/** With this a socket refuses a message above its own bound, before the relay sees it. */
const MESSAGE_TOO_BIG = 1009

/** The name behind a code, or null for codes that are not ours (1000, 1006, a proxy's). */
export function closeReasonOf(code: number): CloseReason | null {
  if (code === MESSAGE_TOO_BIG) return 'tooLarge'
  for (const [reason, value] of Object.entries(CLOSE_CODES)) {
    if (value === code) return reason as CloseReason
  }
  return null
}

/** False when trying again cannot help: 44xx, and an oversized message. */
export function shouldComeBack(code: number): boolean {
  return !(code >= 4400 && code < 4500) && code !== MESSAGE_TOO_BIG
}

/** The relay itself said that it cannot serve now. */
export function isAskedToWait(code: number | null): boolean {
  return code !== null && code >= 4500 && code < 4600
}
