import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { Dexie } from 'dexie'
import { NO_PRINT_ASSETS, openPrintAssets } from '../../src/storage/printAssets.ts'

const NAME = 'print-test'
afterEach(() => Dexie.delete(NAME))

const logo = { jpeg: Uint8Array.of(0xff, 0xd8, 1, 2), width: 300, height: 100 }
const font = { name: 'Sans.ttf', bytes: Uint8Array.of(0, 1, 0, 0).buffer }

describe('what posters of this device are printed with', () => {
  it('is there again after a reload', async () => {
    const before = openPrintAssets(NAME)
    expect(await before.read()).toEqual({ ok: true, value: NO_PRINT_ASSETS })
    expect((await before.keepLogo(logo)).ok).toBe(true)
    expect((await before.keepColour('#7A1F5C')).ok).toBe(true)
    expect((await before.keepFonts([font])).ok).toBe(true)
    before.close()
    const after = openPrintAssets(NAME)
    const read = await after.read()
    expect(read).toEqual({ ok: true, value: { logo, colour: '#7A1F5C', fonts: [font] } })
    after.close()
  })

  it('can be taken away again, each by itself', async () => {
    const store = openPrintAssets(NAME)
    await store.keepLogo(logo)
    await store.keepColour('#7A1F5C')
    await store.keepFonts([font])
    await store.keepLogo(null)
    await store.keepFonts([])
    expect(await store.read()).toEqual({ ok: true, value: { logo: null, colour: '#7A1F5C', fonts: [] } })
    store.close()
  })
})
