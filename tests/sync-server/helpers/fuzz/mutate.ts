/** One small wrong thing in otherwise valid bytes: a bit, a byte, a missing, doubled, foreign or endless part. */
export type Random = () => number

export function mutate(valid: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(valid)
  const at = below(random, bytes.length)
  const way = MUTATIONS[below(random, MUTATIONS.length)] ?? flipBit
  return way(bytes, at, other, random)
}

export function below(random: Random, end: number): number {
  return Math.floor(random() * end)
}

export function randomBytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => below(random, 256))
}

type Mutation = (bytes: Uint8Array, at: number, other: Uint8Array, random: Random) => Uint8Array

const flipBit: Mutation = (bytes, at, _other, random) => {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8))
  return bytes
}

const MUTATIONS: readonly Mutation[] = [
  flipBit,
  flipBit,
  (bytes, at, _other, random) => {
    bytes[at] = below(random, 256)
    return bytes
  },
  (bytes, at) => bytes.slice(0, at),
  (bytes, at, _other, random) => joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 8))),
  (bytes, at, _other, random) => joined(bytes.subarray(0, at + 1 + below(random, 8)), bytes.subarray(at)),
  (bytes, at, _other, random) =>
    joined(bytes.subarray(0, at), randomBytes(random, 1 + below(random, 8)), bytes.subarray(at)),
  (bytes, at, other) => joined(bytes.subarray(0, at), other.subarray(at)),
  (bytes, at) => joined(bytes.subarray(0, at), Uint8Array.of(255, 255, 255, 255, 15), bytes.subarray(at + 1)),
  (bytes, at) => joined(bytes.subarray(0, at), new Uint8Array(12).fill(255), bytes.subarray(at)),
]

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
