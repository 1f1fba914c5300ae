/**
 * The plain HTTP page on the next port that a tablet opens first: it hands out the laptop's certificate, says step by
 * step how to trust it, and tries whether that worked. Nothing secret is served here.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { TRUST_PAGE_TEXTS, type TrustPageTexts } from './trustPageTexts.ts'

export interface TrustPageOptions {
  readonly authority: string
  readonly httpsPort: () => number
}

const CA_PATH = '/etappe-ca.crt'

const SCRIPT = `
const say = (id) => { for (const p of document.querySelectorAll('[data-answer]')) p.hidden = p.id !== id }
document.getElementById('try').addEventListener('click', async () => {
  const { app } = document.body.dataset
  const target = 'https://' + location.hostname + ':' + app + '/healthz'
  say(await fetch(target, { mode: 'no-cors', cache: 'no-store' }).then(() => 'works', () => 'fails'))
})
`
const STYLE = `body{font:18px/1.5 system-ui,sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem;background:#fff;color:#1b1b1b}
a,button{display:inline-block;min-height:44px;padding:.5rem 1rem;font:inherit;border:2px solid #1b1b1b;border-radius:8px;background:#fff;color:inherit}
#works{color:#0b6b2e}#fails{color:#a11}`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export function createTrustPage(options: TrustPageOptions): Server {
  const server = createServer((request, response) => answer(options, request, response))
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
  const policy = `default-src 'none'; script-src ${hashOf(SCRIPT)}; style-src ${hashOf(STYLE)}; connect-src https://*:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  response.writeHead(path === '/' ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  response.end(request.method === 'HEAD' ? undefined : page(texts, appUrl(request, port), port))
}

/** The name the tablet asked under, which is the one it will use; anything odd becomes a relative nothing. */
function appUrl(request: IncomingMessage, port: number): string {
  const url = `http://${request.headers.host ?? ''}`
  return URL.canParse(url) ? `https://${new URL(url).hostname}:${port}/` : '#'
}

function page(texts: TrustPageTexts, app: string, port: number): string {
  const steps = Object.entries(texts.steps).map(
    ([device, lines]) => `<h3>${device}</h3><ol>${lines.map((line) => `<li>${line}</li>`).join('')}</ol>`,
  )
  return `<!doctype html><html lang="${texts.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts.title}</title><style>${STYLE}</style></head>
<body data-app="${port}"><main><h1>${texts.title}</h1><p>${texts.why}</p>
<p><a href="${CA_PATH}">${texts.download}</a></p>${steps.join('')}
<p><button id="try" type="button">${texts.test}</button></p>
<p id="works" data-answer hidden role="status">${texts.works}</p><p id="fails" data-answer hidden role="status">${texts.fails}</p>
<p><a href="${app}">${texts.open}</a></p><p>${texts.plain}</p></main><script>${SCRIPT}</script></body></html>
`
}
