/** Bundles the bench's page as the app is bundled and opens it in Chromium, from an address of its own. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { bundlePage } from '../../helpers/bundlePage.ts'

const ORIGIN = 'http://poster.bench'

const HTML =
  '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/fonts/fonts.css"><script type="module" src="/page.js"></script><body></body>'
const TYPES: Readonly<Record<string, string>> = { css: 'text/css', ttf: 'font/ttf' }

export async function openBenchPage(browser: Browser): Promise<Page> {
  const files = await bundlePage(new URL('benchPage.ts', import.meta.url))
  const page = await browser.newPage()
  page.setDefaultTimeout(600_000)
  await page.route('**', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML })
    if (pathname.startsWith('/fonts/')) {
      const contentType = TYPES[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
      return route.fulfill({
        contentType,
        body: readFileSync(new URL(`../../../public${pathname}`, import.meta.url)),
      })
    }
    const file = files.get(pathname)
    if (file === undefined) return route.fulfill({ status: 404 })
    const body = typeof file === 'string' ? file : Buffer.from(file)
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto(`${ORIGIN}/`)
  await page.waitForFunction(() => 'posterBench' in globalThis)
  return page
}
