import { beforeEach, describe, expect, it } from 'vitest'
import { createMediaStore } from '../../src/storage/mediaStore.ts'
import { openDatabase, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

/** SHA-256 of the three bytes 'abc', from the standard. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const abc = new TextEncoder().encode('abc')

describe('a picture on this device', () => {
  it('is found by the hash of its bytes and kept once', async () => {
    const media = createMediaStore(await openDatabase())
    expect(await media.save(WORKSHOP, abc, 'image/png')).toEqual({ ok: true, value: { sha256: ABC } })
    expect(await media.save(WORKSHOP, abc, 'image/png')).toEqual({ ok: true, value: { sha256: ABC } })
    expect(await media.list(WORKSHOP)).toEqual({ ok: true, value: [ABC] })
    expect(await media.read(ABC)).toEqual({ ok: true, value: { sha256: ABC, bytes: abc, mime: 'image/png' } })
  })

  it('is stored as its own bytes, not as the large buffer that it was cut from', async () => {
    const database = await openDatabase()
    const large = new Uint8Array(1_000_000)
    large.set(abc, 500)
    await createMediaStore(database).save(WORKSHOP, large.subarray(500, 503), 'image/png')
    expect((await database.blobs.get(ABC))?.bytes.byteLength).toBe(3)
  })

  it('is not said to be saved when it reads back differently', async () => {
    const database = await openDatabase()
    database.blobs.hook('reading', (row) => ({ ...row, bytes: new ArrayBuffer(3) }))
    expect(await createMediaStore(database).save(WORKSHOP, abc, 'image/png')).toMatchObject({
      ok: false,
      error: { code: 'mismatch' },
    })
  })

  it('is never shown when its bytes have changed on the disk', async () => {
    const database = await openDatabase()
    const media = createMediaStore(database)
    await media.save(WORKSHOP, abc, 'image/png')
    await database.blobs.update(ABC, { bytes: new ArrayBuffer(3) })
    expect(await media.read(ABC)).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  it('that is not here is nothing, not an error', async () => {
    const media = createMediaStore(await openDatabase())
    expect(await media.read(ABC)).toEqual({ ok: true, value: null })
  })

  it('is hashed the same where the browser offers no hashing, as on plain http', async () => {
    const media = createMediaStore(await openDatabase())
    const { subtle } = crypto
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })
    try {
      expect(await media.save(WORKSHOP, abc, 'image/png')).toEqual({ ok: true, value: { sha256: ABC } })
    } finally {
      Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true })
    }
  })
})
