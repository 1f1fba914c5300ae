/**
 * Everything a browser test needs at once: the built relay, one Chromium, and devices, each with its own storage,
 * size, language and fingers. Collects what a user must never meet: foreign requests, page errors, console errors.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '../../../src/i18n/translate.ts'
import { type ForeignRequests, recordForeignRequests } from './foreignRequests.ts'
import { launchChromium } from './launchChromium.ts'
import { type RelayOptions, type RunningRelay, startRelay } from './startRelay.ts'

export const SIZES = {
  tablet: { width: 1180, height: 820 },
  tabletUpright: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  laptop: { width: 1440, height: 900 },
  wall: { width: 3840, height: 2160 },
} as const

export interface DeviceOptions {
  readonly size?: keyof typeof SIZES
  readonly locale?: Locale
  readonly touch?: boolean
  readonly dark?: boolean
  /** Only for test tools that are injected into the page, such as the accessibility checker. */
  readonly bypassCsp?: boolean
  /** Another way to the relay, such as a proxy that can be cut. */
  readonly origin?: string
}

export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  readonly origin: string
  readonly open: (path: string) => Promise<void>
}

export interface Stage {
  readonly relay: RunningRelay
  readonly origin: string
  readonly browser: Browser
  readonly newDevice: (options?: DeviceOptions) => Promise<Device>
  /** Everything that would have been wrong for the people in the room, so far. */
  readonly complaints: () => readonly string[]
  /** Ends everything and fails the test if there was a complaint. */
  readonly close: () => Promise<void>
}

export interface StageOptions extends RelayOptions {
  /** A host name for this machine instead of localhost. */
  readonly host?: string
  /** A microphone and a camera that nobody has to allow. */
  readonly fakeMedia?: boolean
}

/**
 * What may be on the console: the licence check of the drawing engine asks its own host once and the policy of the page
 * stops it there; the browser notes everything that a test cut on purpose, and which headers mean nothing without HTTPS.
 */
const EXPECTED = [
  /Content Security Policy.*tldraw\.com/i,
  /cdn\.tldraw\.com/,
  /net::ERR_INTERNET_DISCONNECTED/,
  /Cross-Origin-Opener-Policy header has been ignored/,
  // A room that its moderator has closed says so to whoever asks.
  /the server responded with a status of 410 \(Gone\)/,
  /WebSocket connection to 'wss?:\/\/[^']*\/sync\/[^']*' failed/,
]

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
}

export async function openStage({
  tls,
  host = 'localhost',
  fakeMedia = false,
}: StageOptions = {}): Promise<Stage> {
  const relay = await startRelay(tls === undefined ? {} : { tls })
  const foreign: ForeignRequests = await recordForeignRequests()
  const browser = await launchChromium({
    proxyUrl: foreign.proxyUrl,
    ...(host === 'localhost' ? {} : { ownHost: host }),
    fakeMedia,
  })
  const origin = `${relay.protocol}://${host}:${relay.port}`
  const errors: string[] = []
  const complaints = () => [
    ...foreign.seen().map((request) => `foreign request: ${request}`),
    ...errors.filter((error) => !EXPECTED.some((pattern) => pattern.test(error))),
  ]
  return {
    relay,
    origin,
    browser,
    newDevice: async (options = {}) => {
      const { size = 'laptop', locale = 'de', touch = false, dark = false, bypassCsp = false } = options
      const context = await browser.newContext({
        viewport: SIZES[size],
        locale: locale === 'de' ? 'de-DE' : 'en-GB',
        timezoneId: 'Europe/Berlin',
        hasTouch: touch,
        colorScheme: dark ? 'dark' : 'light',
        ignoreHTTPSErrors: true,
        bypassCSP: bypassCsp,
        reducedMotion: bypassCsp ? 'reduce' : 'no-preference',
        acceptDownloads: true,
        permissions: [],
      })
      const page = await context.newPage()
      listen(page, errors)
      const own = options.origin ?? origin
      return {
        context,
        page,
        origin: own,
        open: async (path) => {
          await page.goto(`${own}${path}`)
        },
      }
    },
    complaints,
    close: async () => {
      await browser.close()
      await relay.close()
      await foreign.close()
      expect(complaints()).toEqual([])
    },
  }
}
