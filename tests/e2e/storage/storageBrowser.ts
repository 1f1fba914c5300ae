/** Chromium with pages that hold nothing but the storage modules, on an origin of their own per test. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { launchChromium } from '../harness/launchChromium.ts'

export interface StorageBrowser {
  /** A device of its own: nothing is stored there yet. */
  readonly newDevice: () => Promise<BrowserContext>
  readonly openPage: (device: BrowserContext) => Promise<Page>
  readonly origin: string
  readonly close: () => Promise<void>
}

export async function startStorageBrowser(): Promise<StorageBrowser> {
  const script = await bundlePage()
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><title>storage</title><script src="/page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser: Browser = await launchChromium()
  return {
    origin,
    newDevice: () => browser.newContext(),
    openPage: async (device) => {
      const page = await device.newPage()
      await page.goto(origin)
      return page
    },
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'pageEntry.ts'), formats: ['iife'], name: 'pageEntry' },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  for (const output of outputs) {
    if (!('output' in output)) continue
    for (const chunk of output.output) if (chunk.type === 'chunk') return chunk.code
  }
  throw new Error('the page was not bundled')
}
