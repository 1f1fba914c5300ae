/** Sends what a stream reads as the body of an answer, for as long as there is somebody to take it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Resolves when all is sent or the connection is gone; the stream is let go then. Whoever asks several things at once gets the
 * answers one after the other, and those whose turn never comes are told nothing by Node when the connection ends: their
 * pipeline ends in no way, not by a signal either.
 */
export async function sendStream(
  bytes: Readable,
  { socket }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let leave: () => void = () => undefined
  const gone = new Promise<void>((resolve) => (leave = resolve))
  socket.once('close', leave)
  if (socket.destroyed) leave()
  const sent = pipeline(bytes, response).catch(() => response.destroy())
  await Promise.race([sent, gone])
  socket.off('close', leave)
  bytes.destroy()
}
