/**
 * What an authorised but hostile client may send, seeded: more than half are mutations of frames that would be accepted,
 * the others are wrong in one particular way each; some valid ones show that the relay still tells them apart.
 */
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessMessage, syncMessage } from '../rawClient.ts'
import { below, mutate, type Random, randomBytes } from './mutate.ts'
import { BINARY, TEXT, webSocketFrame } from './webSocketFrame.ts'

export interface HostileFrame {
  readonly kind: string
  readonly bytes: Buffer
}

export interface HostileOptions {
  readonly random: Random
  /** Awareness clients of honest people in the room. */
  readonly victims: () => readonly number[]
}

type Maker = () => Buffer

const RESERVED_FIRST_BYTES = [0x83, 0x87, 0x8b, 0x8f, 0x92, 0xa2, 0xc2, 0xf2, 0x02, 0x80, 0x09]

export function createHostileFrames(options: HostileOptions): () => HostileFrame {
  const { random } = options
  const author = createAuthor(random)
  const binary = (message: Uint8Array) => webSocketFrame(message, { first: BINARY })
  const mutated = (valid: () => Uint8Array) => () => binary(mutate(valid(), author.update(), random))
  const makers: readonly (readonly [kind: string, weight: number, make: Maker])[] = [
    ['valid update', 3, () => binary(author.update())],
    ['valid step 1', 1, () => binary(author.step1())],
    ['mutated update', 30, mutated(author.update)],
    ['mutated step 2', 10, mutated(author.step2)],
    ['mutated step 1', 6, mutated(author.step1)],
    ['mutated awareness', 8, mutated(author.awareness)],
    ['mutated query', 1, mutated(() => Uint8Array.of(3))],
    [
      'mutated web socket frame',
      3,
      () => Buffer.from(mutate(binary(author.update()), author.update(), random)),
    ],
    [
      'reserved bits and opcodes',
      4,
      () => webSocketFrame(author.update(), { first: pick(random, RESERVED_FIRST_BYTES) }),
    ],
    ['wrong length', 3, () => wrongLength(author.update(), random)],
    ['not masked', 1, () => webSocketFrame(author.update(), { first: BINARY, masked: false })],
    [
      'close with an odd code',
      2,
      () => webSocketFrame(randomBytes(random, below(random, 6)), { first: 0x88 }),
    ],
    ['text', 3, () => webSocketFrame(randomBytes(random, below(random, 40)), { first: TEXT })],
    [
      'endless varints',
      4,
      () => binary(Uint8Array.of(below(random, 4), ...new Uint8Array(1 + below(random, 30)).fill(255))),
    ],
    ['garbage message', 5, () => binary(randomBytes(random, below(random, 60)))],
    [
      'garbage update',
      6,
      () => binary(syncMessage(1 + below(random, 2), randomBytes(random, below(random, 80)))),
    ],
    ['huge state vector', 1, () => binary(syncMessage(0, hugeStateVector(random)))],
    ['forged awareness', 5, () => binary(forgedAwareness(options))],
    ['unknown type', 4, () => binary(Uint8Array.of(4 + below(random, 120), ...randomBytes(random, 10)))],
  ]
  const total = makers.reduce((sum, [, weight]) => sum + weight, 0)
  return () => {
    let at = random() * total
    const chosen = makers.find(([, weight]) => (at -= weight) < 0) ?? makers[0]
    if (chosen === undefined) throw new Error('nothing to send')
    return { kind: chosen[0], bytes: chosen[2]() }
  }
}

interface Author {
  readonly update: () => Uint8Array
  readonly step1: () => Uint8Array
  readonly step2: () => Uint8Array
  readonly awareness: () => Uint8Array
}

/** A client that would be honest: its frames are what is mutated. Starts anew now and then, to stay small. */
function createAuthor(random: Random): Author {
  let doc = new Y.Doc()
  let edits = 0
  let clock = 0
  const edit = (): Uint8Array => {
    if ((edits += 1) % 200 === 0) doc = new Y.Doc()
    doc.clientID = 1 + below(random, 50) + 1_000 * below(random, 40)
    const before = Y.encodeStateVector(doc)
    const text = doc.getText('text')
    const cards = doc.getMap('cards')
    if (random() < 0.4)
      cards.set(`card ${below(random, 30)}`, { x: below(random, 900), title: 'x'.repeat(below(random, 40)) })
    else if (random() < 0.6 || text.length < 4) text.insert(below(random, text.length), 'ein Wort')
    else text.delete(below(random, text.length - 3), 3)
    return Y.encodeStateAsUpdate(doc, before)
  }
  return {
    update: () => syncMessage(2, edit()),
    step1: () => syncMessage(0, Y.encodeStateVector(doc)),
    step2: () => syncMessage(1, Y.encodeStateAsUpdate(doc)),
    awareness: () =>
      awarenessMessage(doc.clientID, (clock += 1), { name: 'Mallory', cursor: { x: 1, y: 2 } }),
  }
}

function wrongLength(message: Uint8Array, random: Random): Buffer {
  const lengths = [
    0,
    message.length - 1,
    message.length + 1 + below(random, 300),
    0xff_ff,
    2 ** 32 + 1,
    2 ** 52,
  ]
  return webSocketFrame(message, { first: BINARY, claimedLength: pick(random, lengths) })
}

function hugeStateVector(random: Random): Uint8Array {
  const encoder = createEncoder()
  const entries = pick(random, [5_000, 9_000, 20_000])
  writeVarUint(encoder, random() < 0.8 ? entries : 2 ** 40)
  for (let index = 0; index < entries; index += 1) {
    writeVarUint(encoder, below(random, 2 ** 31))
    writeVarUint(encoder, 1 + below(random, 100))
  }
  return toUint8Array(encoder)
}

function forgedAwareness({ random, victims }: HostileOptions): Uint8Array {
  const [client, clock] = [pick(random, victims()), below(random, 2 ** 20)]
  const forged = awarenessMessage(client, clock, random() < 0.5 ? null : { name: 'Not me' })
  return random() < 0.8
    ? forged
    : awarenessMessage(client, clock, { name: 'x'.repeat(below(random, 20_000)) })
}

function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[below(random, values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}
