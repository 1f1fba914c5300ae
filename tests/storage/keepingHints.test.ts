import { describe, expect, it } from 'vitest'
import { type HintBrowser, readKeepingHints } from '../../src/storage/keepingHints.ts'

const GIB = 1024 ** 3

interface Kind {
  readonly quota?: number
  readonly usage?: number
  readonly vendor?: string
  readonly installed?: boolean
  readonly heapLimit?: number | null
  readonly refusesFolder?: boolean
}

function browser(kind: Kind = {}): HintBrowser {
  const { quota = 60 * GIB, usage = 0, vendor = 'Google Inc.', installed = false, heapLimit = 4 * GIB } = kind
  const folder = () =>
    kind.refusesFolder === true
      ? Promise.reject(new DOMException('Security error', 'SecurityError'))
      : Promise.resolve({} as FileSystemDirectoryHandle)
  return {
    storage: { estimate: () => Promise.resolve({ quota, usage }), getDirectory: folder },
    vendor,
    installed,
    heapLimit,
  }
}

const NOTHING = { isPrivate: false, isClearedAfterDays: false, isTight: false }

describe('before work begins', () => {
  it('nothing is said about a usual browser, or one that tells nothing (plain http)', async () => {
    expect(await readKeepingHints(browser())).toEqual(NOTHING)
    expect(await readKeepingHints({ storage: null, vendor: '', installed: false, heapLimit: null })).toEqual(
      NOTHING,
    )
  })

  it('a private window is recognised: by the folder that Firefox and Safari refuse, by memory in Chromium', async () => {
    const firefox = browser({ vendor: '', heapLimit: null, refusesFolder: true })
    expect(await readKeepingHints(firefox)).toMatchObject({ isPrivate: true })
    expect(await readKeepingHints(browser({ quota: 2 * GIB }))).toMatchObject({ isPrivate: true })
  })

  it('Safari is recognised, unless the app is on the home screen', async () => {
    const safari = { vendor: 'Apple Computer, Inc.', heapLimit: null }
    expect(await readKeepingHints(browser(safari))).toMatchObject({ isClearedAfterDays: true })
    expect(await readKeepingHints(browser({ ...safari, installed: true }))).toEqual(NOTHING)
  })

  it('hardly any space is recognised', async () => {
    const full = browser({ quota: 5 * GIB, usage: 4.95 * GIB })
    expect(await readKeepingHints(full)).toMatchObject({ isTight: true })
  })

  it('a browser that fails to estimate is not called full', async () => {
    const broken = {
      ...browser(),
      storage: { ...browser().storage, estimate: () => Promise.reject(new TypeError('no')) },
    } as HintBrowser
    expect(await readKeepingHints(broken)).toEqual(NOTHING)
  })
})
