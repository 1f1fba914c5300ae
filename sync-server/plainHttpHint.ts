/**
 * Whoever types the address of an HTTPS relay without "https://" asks in plain HTTP, and would see an empty page. They are
 * led to the right address, or first to the page that makes a tablet trust this machine. What they asked for has been
 * swallowed by TLS, so the page finds out by itself where it is, and speaks both languages.
 */
import type { Server } from 'node:https'
import type { Socket } from 'node:net'
import { inlineHash } from './http/securityHeaders.ts'
import { hasCode } from './storage/durableFile.ts'

const REPLY_MS = 2_000

/** `trustPort` is null where the certificate is one that browsers trust already. */
export function leadToHttps(server: Pick<Server, 'on'>, trustPort: number | null): void {
  // The failed TLS socket takes no answer any more; the plain one beneath it is found by its address.
  const sockets = new Map<string, Socket>()
  server.on('connection', (socket: Socket) => {
    const key = keyOf(socket)
    sockets.set(key, socket)
    socket.once('close', () => sockets.delete(key))
  })
  server.on('tlsClientError', (cause, tlsSocket) => {
    const socket = sockets.get(keyOf(tlsSocket))
    if (!hasCode(cause, 'ERR_SSL_HTTP_REQUEST') || socket === undefined) return
    socket.end(answer(page(trustPort)))
    socket.setTimeout(REPLY_MS, () => socket.destroy())
  })
}

function keyOf({ remoteAddress = '', remotePort = 0 }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}

function answer({ html, script }: HintPage): string {
  const headers = [
    'HTTP/1.1 400 Bad Request',
    'content-type: text/html; charset=utf-8',
    `content-security-policy: default-src 'none'; script-src ${inlineHash(script)}; style-src ${inlineHash(STYLE)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'cache-control: no-store',
    'referrer-policy: no-referrer',
    'connection: close',
    `content-length: ${Buffer.byteLength(html)}`,
  ]
  return `${headers.join('\r\n')}\r\n\r\n${html}`
}

interface HintPage {
  readonly html: string
  readonly script: string
}

const STYLE = `body{font:18px/1.5 system-ui,sans-serif;margin:0;background:#f6f1e7;color:#1b1b1b}
main{max-width:36rem;margin:0 auto;padding:2rem 1.25rem}h1{font-size:1.6rem;line-height:1.25}
a{display:inline-block;min-height:28px;padding:.6rem 1.1rem;font-weight:600;text-decoration:none;border:2px solid #1b1b1b;border-radius:8px;background:#fff;color:inherit}
a:focus-visible{outline:3px solid #1f5fae;outline-offset:2px}[lang=de] .en,[lang=en] .de{display:none}`

/** A failed handshake tells no language: the browser chooses. A link with a secret behind `#` keeps it: it never leaves there. */
function page(trustPort: number | null): HintPage {
  const go =
    trustPort === null
      ? 'location.replace(app)'
      : `document.getElementById('trust').href = 'http://' + location.hostname + ':${trustPort}/'`
  const first =
    trustPort === null
      ? ''
      : `<p><a id="trust" href="#">${inBoth('First time on this tablet: begin here', 'Zum ersten Mal auf diesem Tablet: hier beginnen')}</a></p>`
  const script = `
document.documentElement.lang = navigator.language.startsWith('de') ? 'de' : 'en'
const app = 'https://' + location.host + location.pathname + location.hash
document.getElementById('app').href = app
${go}
`
  const html = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Etappe</title><style>${STYLE}</style></head>
<body><main><h1>Etappe</h1>
<p>${inBoth('Etappe is here, but its address begins with https://.', 'Hier ist Etappe, aber die Adresse beginnt mit https://.')}</p>
${first}<p><a id="app" href="#">${inBoth('Open Etappe', 'Etappe öffnen')}</a></p></main><script>${script}</script></body></html>
`
  return { html, script }
}

function inBoth(en: string, de: string): string {
  return `<span class="en">${en}</span><span class="de">${de}</span>`
}
