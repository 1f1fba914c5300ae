/** Debian's Chromium, headless, with the machine's closed network kept out of the way. */
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication',
]

export interface ChromiumOptions {
  /** Everything but the bypassed hosts goes to this proxy. */
  readonly proxyUrl?: string
  /** `etappe.test` becomes this machine, so that an HTTPS origin is not localhost. */
  readonly ownHost?: string
  /** A microphone that beeps and a camera that shows a clock, without asking anybody. */
  readonly fakeMedia?: boolean
}

export async function launchChromium({
  proxyUrl,
  ownHost,
  fakeMedia = false,
}: ChromiumOptions = {}): Promise<Browser> {
  const args = [...QUIET]
  if (fakeMedia) args.push('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream')
  if (ownHost !== undefined) {
    args.push(`--host-resolver-rules=MAP ${ownHost} 127.0.0.1`, '--ignore-certificate-errors')
  }
  if (proxyUrl !== undefined) {
    args.push(
      `--proxy-server=${proxyUrl}`,
      `--proxy-bypass-list=${['127.0.0.1', 'localhost', ownHost ?? ''].join(';')}`,
    )
  }
  return chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args })
}
