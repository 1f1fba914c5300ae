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

const STYLE =
  'body{font:20px/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1.25rem}a{display:inline-block;padding:.75rem 0;color:#0b5a6f}'

/** A link with a secret behind `#` keeps it: it never leaves the browser. */
function page(trustPort: number | null): HintPage {
  const go =
    trustPort === null
      ? 'location.replace(app)'
      : `document.getElementById('trust').href = 'http://' + location.hostname + ':${trustPort}/'`
  const first =
    trustPort === null
      ? ''
      : '<p><a id="trust" href="#">First time on this tablet: begin here · Zum ersten Mal auf diesem Tablet: hier beginnen</a></p>'
  const script = `
const app = 'https://' + location.host + location.pathname + location.hash
document.getElementById('app').href = app
${go}
`
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Etappe</title><style>${STYLE}</style></head>
<body><h1>Etappe</h1><p>This address begins with https://.<br><span lang="de">Diese Adresse beginnt mit https://.</span></p>${first}
<p><a id="app" href="#">Open Etappe · Etappe öffnen</a></p><script>${script}</script></body></html>
`
  return { html, script }
}
