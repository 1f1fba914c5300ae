import { describe, expect, it } from 'vitest'
import { silentLogger } from '../../src/shared/logger.ts'
import { err, ok } from '../../src/shared/result.ts'
import type { BlobClient } from '../../src/sync/blobClient.ts'
import { exchangeOnce, newExchangeMemory } from '../../src/sync/exchangeOnce.ts'

const HASH = 'a'.repeat(64)

/** A reader's device, round by round, with a relay that has the picture or not. */
function startReader() {
  const relay = { hasIt: false }
  const asked: number[] = []
  const saved: string[] = []
  const memory = newExchangeMemory()
  const client: BlobClient = {
    list: () => Promise.reject(new Error('a reader may not ask for a list')),
    put: () => Promise.reject(new Error('a reader never uploads')),
    get: () => {
      asked.push(memory.round)
      return Promise.resolve(relay.hasIt ? ok(new Uint8Array([1])) : err({ code: 'notThere' as const }))
    },
    abort: () => undefined,
  }
  const round = () =>
    exchangeOnce({
      named: new Map([[HASH, { sha256: HASH, mime: 'image/jpeg' }]]),
      client,
      memory,
      mayUpload: false,
      files: {
        held: () => Promise.resolve(ok(saved)),
        read: () => Promise.resolve(ok(null)),
        save: () => {
          saved.push(HASH)
          return Promise.resolve(ok(undefined))
        },
        hash: () => Promise.resolve(HASH),
      },
      logger: silentLogger,
      isOnline: () => true,
      onArrived: () => undefined,
      report: () => undefined,
    })
  return { relay, asked, saved, round }
}

describe('a reader whose picture is still on somebody’s tablet', () => {
  it('asks for it less often each time, never more than eight rounds apart', async () => {
    const { asked, round } = startReader()
    for (let n = 0; n < 40; n += 1) await round()
    expect(asked).toEqual([1, 2, 4, 8, 16, 24, 32, 40])
  })

  it('has it soon after it is there', async () => {
    const { relay, saved, round } = startReader()
    for (let n = 0; n < 9; n += 1) await round()
    relay.hasIt = true
    for (let n = 0; n < 8; n += 1) await round()
    expect(saved).toEqual([HASH])
  })
})
