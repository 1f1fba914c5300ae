/** Web socket frames written by hand, so that any part of them can be wrong. Masked with a key of zeros, as is allowed. */
export interface FrameShape {
  /** FIN, three reserved bits and the opcode. */
  readonly first: number
  /** What the header says, if not the truth. */
  readonly claimedLength?: number
  readonly masked?: boolean
}

export const BINARY = 0x82
export const TEXT = 0x81
export const PING = 0x89

export function webSocketFrame(payload: Uint8Array, shape: FrameShape): Buffer {
  const length = shape.claimedLength ?? payload.length
  const mask = shape.masked === false ? 0 : 0x80
  const header = lengthBytes(length, mask)
  const key = mask === 0 ? [] : [0, 0, 0, 0]
  return Buffer.concat([Uint8Array.of(shape.first, ...header, ...key), payload])
}

function lengthBytes(length: number, mask: number): number[] {
  if (length < 126) return [mask | length]
  if (length < 0x1_00_00) return [mask | 126, length >> 8, length & 255]
  const wide = Buffer.alloc(8)
  wide.writeBigUInt64BE(BigInt(length))
  return [mask | 127, ...wide]
}
