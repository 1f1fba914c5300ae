/** Chromium as every test starts it, and the shipped fonts under an address of their own, so that a page can use them. */
import { readFileSync } from 'node:fs'
import type { LaunchOptions, Page } from 'playwright-core'

export const CHROMIUM: LaunchOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ],
}

const ORIGIN = 'http://fonts.test'
const TYPES: Readonly<Record<string, string>> = { css: 'text/css', ttf: 'font/ttf' }

/** Opens a page with the shipped stylesheet; whatever else it asks for fails. */
export async function openPageWithFonts(page: Page): Promise<void> {
  await page.route('**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const contentType = TYPES[pathname.split('.').at(-1) ?? '']
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/fonts.css"><body>',
      })
    if (!contentType) return route.abort()
    return route.fulfill({
      contentType,
      body: readFileSync(new URL(`../../public/fonts${pathname}`, import.meta.url)),
    })
  })
  await page.goto(`${ORIGIN}/`)
}
