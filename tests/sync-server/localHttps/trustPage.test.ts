import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { createTrustPage } from '../../../sync-server/localHttps/trustPage.ts'

/** As a tablet in the room asks, without a network. */
function ask(host: string | undefined): { readonly text: string; readonly failures: readonly unknown[] } {
  const failures: unknown[] = []
  const page = createTrustPage({
    authority: 'certificate',
    httpsPort: () => 4321,
    host: null,
    onFailed: (cause) => failures.push(cause),
  })
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: '192.168.1.7' })
  const request = new IncomingMessage(socket)
  Object.assign(request, { url: '/', method: 'GET', headers: host === undefined ? {} : { host } })
  const response = new ServerResponse(request)
  let text = ''
  response.end = (body?: unknown) => {
    text = String(body)
    return response
  }
  page.emit('request', request, response)
  return { text, failures }
}

it('the page for tablets shows the address by which it was asked, as a link and as a code', () => {
  const { text } = ask('192.168.1.20:4322')
  expect(text).toContain('href="https://192.168.1.20:4321/"')
  expect(text).toContain('<figcaption>http://192.168.1.20:4322/</figcaption>')
})

it.each([
  ['is missing', undefined],
  ['is longer than any code can hold', `${'a'.repeat(60)}.`.repeat(120)],
  ['is not one', 'a"onclick=x'],
  ['cannot be read', '[::1'],
])('an address that %s is left out, and the relay behind the page goes on', (_name, host) => {
  const { text, failures } = ask(host)
  expect(text).toContain('href="#"')
  expect(text).not.toContain('<figcaption>')
  expect(failures).toEqual([])
})
