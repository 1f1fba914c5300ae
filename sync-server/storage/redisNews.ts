/** What a document's channel says, as the scripts write it: updates with their numbers, or how far a checkpoint reaches. */
export type RedisNews =
  | {
      readonly kind: 'updates'
      readonly node: string
      readonly records: readonly { readonly seq: number; readonly update: Uint8Array }[]
    }
  | { readonly kind: 'checkpoint'; readonly covers: number }

/** `<first> <node> <length>,<length> <bytes>`, or `<covers> checkpoint `. */
export function readNews(message: Buffer): RedisNews {
  const firstEnd = message.indexOf(' ')
  const nodeEnd = message.indexOf(' ', firstEnd + 1)
  const first = Number(message.toString('latin1', 0, firstEnd))
  const node = message.toString('latin1', firstEnd + 1, nodeEnd)
  if (node === 'checkpoint') return { kind: 'checkpoint', covers: first }
  const lengthsEnd = message.indexOf(' ', nodeEnd + 1)
  let at = lengthsEnd + 1
  const lengths = message
    .toString('latin1', nodeEnd + 1, lengthsEnd)
    .split(',')
    .map(Number)
  const records = lengths.map((length, index) => {
    const update = new Uint8Array(message.subarray(at, at + length))
    at += length
    return { seq: first + index, update }
  })
  return { kind: 'updates', node, records }
}
