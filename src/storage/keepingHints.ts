/**
 * Signs of how long this browser keeps what it stores, beyond what it promises: a private window, Safari's seven days,
 * little room. Signs, not proofs: browsers hide private windows on purpose, so nothing is forbidden because of them.
 */
import { attempt } from './attempt.ts'

export interface KeepingHints {
  /** Everything is gone when the window closes. */
  readonly isPrivate: boolean
  /** WebKit outside of the home screen: cleared after seven days of use without a visit. */
  readonly isClearedAfterDays: boolean
  /** Too little for a workshop with pictures. */
  readonly isTight: boolean
}

/** The parts of the browser that are asked; handed in by tests. */
export interface HintBrowser {
  readonly storage: Pick<StorageManager, 'estimate' | 'getDirectory'> | null
  readonly vendor: string
  readonly installed: boolean
  /** Chromium only: how much memory a page may have. */
  readonly heapLimit: number | null
}

type ChromiumPerformance = Performance & { readonly memory?: { readonly jsHeapSizeLimit?: number } }

/** Two hundred pictures of half a megabyte, twice. */
const ENOUGH_BYTES = 200 * 1024 * 1024

export function hintBrowser(): HintBrowser {
  const navigator: Navigator | undefined = globalThis.navigator
  const storage: StorageManager | undefined = navigator?.storage
  const { memory } = globalThis.performance as ChromiumPerformance
  return {
    storage: storage ?? null,
    vendor: navigator?.vendor ?? '',
    installed:
      (globalThis.matchMedia?.('(display-mode: standalone)').matches ?? false) ||
      Reflect.get(navigator ?? {}, 'standalone') === true,
    heapLimit: memory?.jsHeapSizeLimit ?? null,
  }
}

export async function readKeepingHints(browser: HintBrowser = hintBrowser()): Promise<KeepingHints> {
  const { storage, vendor, installed, heapLimit } = browser
  const isWebKit = vendor.startsWith('Apple')
  const estimate = await attempt(async () => (await storage?.estimate()) ?? {})
  const { quota = null, usage = 0 } = estimate.ok ? estimate.value : {}
  return {
    isPrivate: (await hasNoFolder(browser)) || isInMemory(quota, heapLimit),
    isClearedAfterDays: isWebKit && !installed,
    isTight: quota !== null && quota - usage < ENOUGH_BYTES,
  }
}

/** Firefox and Safari refuse a folder of one's own in private windows. */
async function hasNoFolder({ storage }: HintBrowser): Promise<boolean> {
  if (typeof storage?.getDirectory !== 'function') return false
  const folder = await attempt(() => storage.getDirectory())
  return !folder.ok
}

/** Chromium grants private windows a share of the memory; else it is a share of the disk, which is far larger. */
function isInMemory(quota: number | null, heapLimit: number | null): boolean {
  return quota !== null && heapLimit !== null && quota < heapLimit
}
