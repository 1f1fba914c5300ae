/** What the terminal shows when the relay is ready: every address to type, and a code to scan for each in the room. */
import encodeQR from 'qr'
import { lanAddresses, listensOnAll } from './http/lanAddresses.ts'

export interface AnnounceOptions {
  readonly protocol: 'http' | 'https'
  readonly port: number
  readonly host: string | null
  readonly dataDir: string
  readonly showQr: boolean
  /** Where tablets learn to trust this laptop (`--local-https`); null without. */
  readonly trustPort?: number | null
  /** Where tablets found this machine the last time, when that is over. */
  readonly formerAddresses?: readonly string[] | null
}

export function announcement(options: AnnounceOptions): string {
  const { protocol, port } = options
  const lan = lanAddresses(options.host)
  const names = listensOnAll(options.host) ? ['localhost', ...lan] : [options.host]
  const urls = names.map((name) => `${protocol}://${name.includes(':') ? `[${name}]` : name}:${port}/`)
  const lines = ['Etappe is ready:', ...urls.map((url) => `  ${url}`), `Data is kept in ${options.dataDir}`]
  const trustPort = options.trustPort ?? null
  const trust = trustPort === null ? [] : lan.map((address) => `http://${address}:${trustPort}/`)
  if (trust.length > 0) {
    lines.push('Tablets that have not been here before open one of these first:')
    lines.push(...trust.map((url) => `  ${url}`))
  }
  // A code that says "localhost" would lead a tablet to itself.
  const scanned = [...trust, ...(listensOnAll(options.host) ? urls.slice(1) : urls)]
  for (const url of options.showQr ? scanned : []) lines.push('', `Scan to open ${url}`, terminalCode(url))
  const former = options.formerAddresses ?? null
  if (former !== null) {
    lines.push(
      `This machine was ${former.join(', ')} the last time. Tablets keep their work under that address: give it back`,
      'in the router if you can; else open the workshop on them at a new address above, and bring what only they have as a file.',
    )
  }
  if (lan.length > 0) lines.push('Keep this laptop awake and on power while people work.')
  else if (listensOnAll(options.host)) {
    lines.push(
      'This machine is in no network, so no tablet reaches it. Connect it to one, or open a hotspot on it, and start again:',
      'then the addresses and codes for the tablets are here.',
    )
  }
  if (protocol === 'http' && lan.length > 0) {
    lines.push(
      'Over plain http tablets cannot keep the app for a reload without network; the README says how to get https.',
    )
  }
  return `${lines.join('\n')}\n`
}

/** Two rows of modules per line, black on white whatever colours the terminal has, so that it fits 24 lines. */
function terminalCode(text: string): string {
  const modules = encodeQR(text, 'raw')
  const lines: string[] = []
  for (let row = 0; row < modules.length; row += 2) {
    const upper = modules[row] ?? []
    const lower = modules[row + 1] ?? []
    const cells = upper.map(
      (dark, column) => `\u001B[${dark ? 30 : 97};${lower[column] === true ? 40 : 107}m▀`,
    )
    lines.push(`${cells.join('')}\u001B[0m`)
  }
  return lines.join('\n')
}
