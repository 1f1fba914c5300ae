/**
 * The plain HTTP page on the next port that a tablet opens first: it hands out the laptop's certificate, says step by
 * step how to trust it, and tries whether that worked. Nothing secret is served here.
 */
import encodeQR from 'qr'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isThisMachine } from '../http/asksFromHere.ts'
import { lanAddresses } from '../http/lanAddresses.ts'
import { inlineHash } from '../http/securityHeaders.ts'
import { TRUST_PAGE_TEXTS, type TrustPageTexts } from './trustPageTexts.ts'

export interface TrustPageOptions {
  readonly authority: string
  readonly httpsPort: () => number
  /** The address that is listened on; null for all. */
  readonly host: string | null
  /** Whatever somebody asked for, the relay behind this page goes on. */
  readonly onFailed: (cause: unknown) => void
}

const CA_PATH = '/etappe-ca.crt'

const SCRIPT = `
const agent = navigator.userAgent
const device = /Android/.test(agent) ? 'Android' : /Windows/.test(agent) ? 'Windows' : /iPad|iPhone|Macintosh/.test(agent) ? 'iPad' : null
document.querySelectorAll('details').forEach((steps) => { steps.open = device === null || steps.dataset.device === device })
const say = (id) => { for (const p of document.querySelectorAll('[data-answer]')) p.hidden = p.id !== id }
const target = 'https://' + location.hostname + ':' + document.body.dataset.app + '/healthz'
const answers = (url) => fetch(url, { mode: 'no-cors', cache: 'no-store' }).then(() => true, () => false)
document.getElementById('try').addEventListener('click', async () => {
  say((await answers(target)) ? 'works' : (await answers('/')) ? 'fails' : 'silent')
})
answers(target).then((trusts) => trusts && say('works'))
`
const STYLE = `body{font:18px/1.5 system-ui,sans-serif;margin:0;background:#f6f1e7;color:#1b1b1b}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}h1{font-size:1.6rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}details{background:#fff;border:1px solid #d9d0be;border-radius:8px;margin:.5rem 0}
summary{padding:.6rem 1rem;min-height:28px;font-weight:600;cursor:pointer}ol{margin:0;padding:0 1rem 1rem 2.4rem;hyphens:auto;overflow-wrap:anywhere}
a,button{display:inline-block;box-sizing:border-box;min-height:48px;padding:.55rem 1.1rem;font:inherit;font-weight:600;text-decoration:none;border:2px solid #1b1b1b;border-radius:8px;background:#fff;color:inherit}
a:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid #1f5fae;outline-offset:2px}
figure{display:inline-block;margin:.5rem 1rem .5rem 0;background:#fff;padding:.75rem;border-radius:8px}figure svg{display:block;width:200px;height:200px}
figcaption{font-size:.9rem;margin-top:.5rem;overflow-wrap:anywhere}#works{color:#0b6b2e;font-weight:600}#fails,#silent{color:#a11;font-weight:600}`

export function createTrustPage(options: TrustPageOptions): Server {
  const server = createServer((request, response) => {
    try {
      answer(options, request, response)
    } catch (cause) {
      options.onFailed(cause)
      response.destroy()
    }
  })
  server.on('clientError', (_cause, socket) => socket.destroy())
  return server
}

function answer(options: TrustPageOptions, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').replace(/[?#].*$/s, '')
  if (path === CA_PATH) {
    response.writeHead(200, {
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="etappe-ca.crt"',
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : options.authority)
    return
  }
  const port = options.httpsPort()
  const texts = TRUST_PAGE_TEXTS[/^de\b/i.test(request.headers['accept-language'] ?? '') ? 'de' : 'en']
  const policy = `default-src 'none'; script-src ${inlineHash(SCRIPT)}; style-src ${inlineHash(STYLE)}; connect-src 'self' https://*:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  response.writeHead(path === '/' ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  response.end(
    request.method === 'HEAD'
      ? undefined
      : page(texts, appUrl(request, port), port, pageAddresses(options.host, request)),
  )
}

/** The name the tablet asked under, which is the one it will use; null for anything that is no name of a machine. */
function askedAddress(request: IncomingMessage): URL | null {
  const { host } = request.headers
  const isName = host !== undefined && /^[A-Za-z0-9.:[\]-]{1,255}$/.test(host)
  return isName && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
}

function appUrl(request: IncomingMessage, port: number): string {
  const asked = askedAddress(request)
  return asked === null ? '#' : `https://${asked.hostname}:${port}/`
}

function page(texts: TrustPageTexts, app: string, port: number, own: readonly string[]): string {
  const steps = Object.entries(texts.steps).map(([device, lines]) => {
    const items = lines.map((line) => `<li>${line}</li>`).join('')
    return `<details data-device="${device}"><summary>${device}</summary><ol>${items}</ol></details>`
  })
  return `<!doctype html><html lang="${texts.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts.title}</title><style>${STYLE}</style></head>
<body data-app="${port}"><main><h1>${texts.title}</h1><p>${texts.why}</p>
<h2>1. ${texts.download}</h2><p><a href="${CA_PATH}">${texts.download}</a></p>${steps.join('')}
<h2>2. ${texts.test}</h2><p><button id="try" type="button">${texts.test}</button></p>
<p id="works" data-answer hidden role="status">${texts.works}</p><p id="fails" data-answer hidden role="status">${texts.fails}</p>
<p id="silent" data-answer hidden role="status">${texts.silent}</p>
<h2>3. ${texts.open}</h2><p><a href="${app}">${texts.open}</a></p><p>${texts.plain}</p>
${own.length === 0 ? '' : `<h2>${texts.next}</h2>`}${own.map(codeFor).join('')}</main><script>${SCRIPT}</script></body></html>
`
}

function codeFor(url: string): string {
  return `<figure>${encodeQR(url, 'svg')}<figcaption>${url}</figcaption></figure>`
}

/** All addresses for the laptop itself, which shows them to the room; a tablet passes on the one it came by. */
function pageAddresses(host: string | null, request: IncomingMessage): readonly string[] {
  const { localPort, remoteAddress } = request.socket
  const asked = askedAddress(request)
  if (!isThisMachine(remoteAddress)) return asked === null ? [] : [`${asked.origin}/`]
  return lanAddresses(host).map((address) => `http://${address}:${String(localPort)}/`)
}
