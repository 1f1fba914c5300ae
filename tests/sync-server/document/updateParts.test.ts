import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from '../../../src/sync/splitUpdate.ts'
import { CLOSE_CODES } from '../../../src/protocol/closeCodes.ts'
import { MAX_UPDATE_BYTES } from '../../../src/protocol/limits.ts'
import { inspectUpdate, inspectWithin } from '../../../sync-server/document/inspectUpdate.ts'
import { DEFAULT_LIMITS } from '../../../sync-server/limits.ts'
import { acknowledging } from '../helpers/acknowledging.ts'
import { newLinks } from '../helpers/capabilities.ts'
import { startRelay } from '../helpers/startRelay.ts'
import { connectStock } from '../helpers/stockClient.ts'
import { updateSetting } from '../helpers/updates.ts'
import { waitFor } from '../helpers/waitFor.ts'

/** As many clients with one letter each. */
function lettersOf(clients: number, firstClient: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, clients)
  for (let client = firstClient + clients - 1; client >= firstClient; client -= 1) {
    for (const value of [1, client, 0]) writeVarUint(encoder, value)
    writeUint8(encoder, 4)
    writeVarUint(encoder, 1)
    writeVarString(encoder, 'text')
    writeVarString(encoder, 'a')
  }
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

function deletionsOf(ranges: number): Uint8Array {
  const encoder = createEncoder()
  for (const value of [0, 1, 5, ranges]) writeVarUint(encoder, value)
  for (let range = 0; range < ranges; range += 1) {
    writeVarUint(encoder, range * 2)
    writeVarUint(encoder, 1)
  }
  return toUint8Array(encoder)
}

it('the parts of an update are its clients, structs and deleted ranges; reading stops where there are too many', () => {
  const letters = lettersOf(10, 1)
  expect(inspectWithin(letters, 20)).toEqual(inspectUpdate(letters))
  expect(inspectWithin(letters, 19)).toBe('tooLarge')
  expect(inspectWithin(letters.subarray(0, 60), 20)).toBe('malformed')
  expect(inspectWithin(letters.subarray(0, 60), 5), 'the rest is not looked at').toBe('tooLarge')
  expect(inspectWithin(deletionsOf(10), 11)).toEqual(inspectUpdate(deletionsOf(10)))
  expect(inspectWithin(deletionsOf(10), 10)).toBe('tooLarge')
})

it('an update with more parts than the relay reads is closed as too large, and the room goes on', async () => {
  const relay = await startRelay({ limits: { updateParts: 100 } })
  const links = newLinks()
  const anna = connectStock(relay, links.moderator)
  await anna.synced()
  for (const update of [lettersOf(51, 1_000), deletionsOf(100)]) {
    const flood = await acknowledging(relay, links.writer)
    flood.step2(update)
    expect(await flood.closed()).toBe(CLOSE_CODES.tooLarge)
    expect(flood.acknowledged()).toBe(0)
  }
  const fitting = await acknowledging(relay, links.writer)
  fitting.step2(lettersOf(50, 1_000))
  await waitFor('what fits is taken', () => fitting.acknowledged() === 1)
  await waitFor('Anna has it', () => anna.doc.getText('text').length === 50)
})

it('the pieces that the app sends never have too many, whatever is in them', () => {
  // The smallest struct and the smallest deleted range take two bytes.
  expect(MAX_UPDATE_BYTES / 4 / 2).toBeLessThan(DEFAULT_LIMITS.updateParts)
  const pieces = splitUpdate(lettersOf(30_000, 1_000), MAX_UPDATE_BYTES / 4)
  for (const piece of pieces) expect(typeof inspectWithin(piece, DEFAULT_LIMITS.updateParts)).toBe('object')
})

it('a document that as many clients wrote as may takes no new one, but all that those go on to write', async () => {
  const relay = await startRelay({ limits: { authors: 10 } })
  const links = newLinks()
  const anna = connectStock(relay, links.moderator)
  await anna.synced()
  anna.cards.set('before', 1)
  const reader = connectStock(relay, links.reader)
  await waitFor('the first client has written', () => reader.cards.has('before'))
  const tooMany = await acknowledging(relay, links.writer)
  tooMany.update(lettersOf(10, 1_000))
  expect(await tooMany.closed()).toBe(CLOSE_CODES.roomFull)
  const others = await acknowledging(relay, links.writer)
  others.update(lettersOf(9, 1_000))
  await waitFor('ten clients have written', () => others.acknowledged() === 1)
  const late = await acknowledging(relay, links.writer)
  late.update(updateSetting('late'))
  expect(await late.closed()).toBe(CLOSE_CODES.roomFull)
  anna.cards.set('after', 1)
  await waitFor('who wrote before goes on', () => reader.cards.has('after'))
  expect(reader.cards.has('late')).toBe(false)
})

it('all clients that may write in one document fit into what a client may say that it has', () => {
  const highest = Number.MAX_SAFE_INTEGER
  const clocks = new Map(
    Array.from({ length: DEFAULT_LIMITS.authors }, (_, index) => [highest - index, highest]),
  )
  expect(Y.encodeStateVector(clocks).length).toBeLessThanOrEqual(DEFAULT_LIMITS.stateVectorBytes)
})
