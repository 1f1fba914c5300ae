import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DAY_MS } from '../../../src/shared/clock.ts'
import { createEndNotice } from '../../../sync-server/certificateEnd.ts'
import { keepCertificate } from '../../../sync-server/localHttps/keepCertificate.ts'
import { openLocalHttps } from '../../../sync-server/localHttps/openLocalHttps.ts'
import { prepareLocalCertificates as prepare } from '../../../sync-server/localHttps/localCertificates.ts'
import { reloadTls } from '../../../sync-server/reloadTls.ts'
import { loadTls } from '../../../sync-server/tls.ts'
import { createLogSink, startRelay, temporaryFolder } from '../helpers/startRelay.ts'
import { waitFor } from '../helpers/waitFor.ts'

const NOW = Date.now()
const clock = { now: () => NOW }

async function prepareLocalCertificates(...args: Parameters<typeof prepare>) {
  const prepared = await prepare(...args)
  if (!prepared.ok) throw new Error(prepared.error)
  return prepared.value
}
const YEAR_MS = 365 * DAY_MS

const status = (port: number, ca: string) =>
  new Promise<number>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/healthz', ca }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('local HTTPS', () => {
  it('is trusted by who loaded the certificate from the page, in German or English, and by nobody else', async () => {
    const relay = await startRelay({ config: { localHttps: true } })
    const page = `http://127.0.0.1:${relay.server.trustPort}`
    expect(relay.server.protocol).toBe('https')
    const german = await fetch(page, { headers: { 'accept-language': 'de-DE,de;q=0.9' } })
    expect(german.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await german.text()
    expect(text).toContain('Zertifikat laden')
    expect(text).toContain(`https://127.0.0.1:${relay.server.port}/`)
    expect(await (await fetch(page)).text()).toContain('Load the certificate')
    const loaded = await fetch(`${page}/etappe-ca.crt`)
    expect(loaded.headers.get('content-type')).toBe('application/x-x509-ca-cert')
    const authority = await loaded.text()
    expect(authority).not.toContain('PRIVATE')
    expect(await status(relay.server.port, authority)).toBe(200)
    const stranger = await prepareLocalCertificates(await temporaryFolder(), [], NOW)
    await expect(status(relay.server.port, stranger.authority)).rejects.toThrow()
  })

  it('opens its page on another port near by when the next one is taken', async () => {
    const { logger, lines } = createLogSink()
    const taken = createServer()
    await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as AddressInfo
    const config = { dataDir: await temporaryFolder(), host: '127.0.0.1' }
    const prepared = await openLocalHttps(config, clock, logger)
    if (!prepared.ok) throw new Error(prepared.error)
    const local = prepared.value
    onTestFinished(local.close)
    const opened = await local.openPage(port - 1)
    expect(opened).not.toBe(port)
    expect((await fetch(`http://127.0.0.1:${opened}`)).status).toBe(200)
    expect(lines).toEqual([])
  })

  it('keeps its authority for ever and makes a new certificate when addresses change or it runs out', async () => {
    const folder = await temporaryFolder()
    const serial = async () => new X509Certificate(await readFile(first.files.cert)).serialNumber
    const first = await prepareLocalCertificates(folder, ['192.168.1.20'], NOW)
    const made = await serial()
    const same = await prepareLocalCertificates(folder, ['192.168.1.20'], NOW)
    expect([same.authority, await serial()]).toEqual([first.authority, made])
    const moved = await prepareLocalCertificates(folder, ['10.0.0.5'], NOW)
    expect(moved.authority).toBe(first.authority)
    const second = await serial()
    expect(second).not.toBe(made)
    expect(new X509Certificate(await readFile(moved.files.cert)).checkIP('10.0.0.5')).toBe('10.0.0.5')
    await writeFile(moved.files.cert, 'torn')
    const mended = await prepareLocalCertificates(folder, ['10.0.0.5'], NOW)
    expect([mended.authority, loadTls(mended.files).ok]).toEqual([first.authority, true])
    await prepareLocalCertificates(folder, ['10.0.0.5'], NOW + YEAR_MS)
    expect(await serial()).not.toBe(second)
    expect((await stat(join(folder, 'local-ca/authority.key'))).mode & 0o077).toBe(0)
  })

  it('with a damaged authority says what to do instead of starting, and replaces nothing', async () => {
    const dataDir = await temporaryFolder()
    await prepareLocalCertificates(dataDir, [], NOW)
    const paths = ['authority.crt', 'authority.key'].map((name) => join(dataDir, 'local-ca', name))
    for (const path of paths) {
      const whole = await readFile(path)
      for (const damage of ['', whole.subarray(0, 60), 'rubbish']) {
        await writeFile(path, damage)
        await expect(startRelay({ dataDir, config: { localHttps: true } })).rejects.toThrow(
          /authority in .*local-ca is damaged\. .*move that folder away.*trust this laptop again/,
        )
        expect(await readFile(path, 'utf8')).toBe(damage.toString())
      }
      await writeFile(path, whole)
    }
    await rm(paths[1] ?? '')
    await expect(startRelay({ dataDir, config: { localHttps: true } })).rejects.toThrow('is damaged')
  })
})

/** A certificate that is looked after, for a server that only notes what it is given. */
async function keptCertificate(addresses: () => string[]) {
  const dataDir = await temporaryFolder()
  const { logger, lines } = createLogSink()
  const given: { readonly cert: X509Certificate; readonly key: KeyObject }[] = []
  const setSecureContext = ({ cert, key }: { cert: Buffer; key: Buffer }) => {
    given.push({ cert: new X509Certificate(cert), key: createPrivateKey(key) })
  }
  let now = NOW
  const used = await prepareLocalCertificates(dataDir, addresses(), NOW)
  const clock = { now: () => now }
  const server = { setSecureContext } as never
  const kept = keepCertificate({ server, dataDir, addresses, used, clock, logger })
  onTestFinished(kept.stop)
  const lookAfter = (days: number): Promise<void> => {
    now += days * DAY_MS
    return kept.run()
  }
  return { dataDir, kept, given, lines, lookAfter, now: clock.now }
}

describe('the certificate of local HTTPS, while the relay runs for months,', () => {
  it('is made anew two months before it ends, for the addresses of the room although no network is there', async () => {
    let addresses = ['192.168.1.20']
    const { given, lines, lookAfter, now } = await keptCertificate(() => addresses)
    addresses = []
    await lookAfter(330)
    expect(given).toEqual([])
    await lookAfter(10)
    await lookAfter(1)
    expect(given).toHaveLength(1)
    expect(Date.parse(given[0]?.cert.validTo ?? '')).toBeGreaterThan(now() + YEAR_MS)
    expect(given[0]?.cert.checkIP('192.168.1.20')).toBe('192.168.1.20')
    await lookAfter(396)
    expect(given).toHaveLength(2)
    expect(lines.every((line) => line.startsWith('info: this machine has a new certificate'))).toBe(true)
  })

  it('that could not be made is tried again the next time', async () => {
    const { dataDir, given, lines, lookAfter } = await keptCertificate(() => ['192.168.1.20'])
    const key = join(dataDir, 'local-ca/authority.key')
    const whole = await readFile(key)
    await writeFile(key, 'torn')
    await lookAfter(340)
    expect(lines.join()).toContain('error: this machine could not get a new certificate')
    expect(given).toEqual([])
    await writeFile(key, whole)
    await lookAfter(1)
    expect(given).toHaveLength(1)
  })

  it('is never of one time with a key of another, however fast the machine moves', async () => {
    let last = 0
    const { given, kept } = await keptCertificate(() => [`10.0.0.${last}`])
    await Promise.all(
      [1, 2, 3, 4, 5].map((next) => {
        last = next
        return kept.run()
      }),
    )
    expect(given.at(-1)?.cert.checkIP('10.0.0.5')).toBe('10.0.0.5')
    for (const { cert, key } of given) expect(cert.checkPrivateKey(key)).toBe(true)
  })

  it('is looked at daily by the relay, and whoever connects then gets the new one', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    // So that both are good by the clock of who connects.
    let now = NOW - 340 * DAY_MS
    const relay = await startRelay({ config: { localHttps: true }, clock: { now: () => now } })
    const page = `http://127.0.0.1:${relay.server.trustPort}`
    const ca = await (await fetch(`${page}/etappe-ca.crt`)).text()
    const serial = () =>
      new Promise<string>((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port: relay.server.port, ca }, () => {
          resolve(socket.getPeerCertificate().serialNumber)
          socket.destroy()
        })
        socket.once('error', reject)
      })
    const first = await serial()
    now = NOW
    vi.advanceTimersByTime(DAY_MS)
    await waitFor('renewed', async () => (await serial()) !== first)
  })
})

it('a relay that was killed between writing a new key and its certificate makes both anew at the next start', async () => {
  const dataDir = await temporaryFolder()
  const [before, after] = [await prepareLocalCertificates(dataDir, [], NOW), await temporaryFolder()]
  const other = await prepareLocalCertificates(after, [], NOW)
  for (const leftBehind of [await readFile(other.files.key), Buffer.from('torn'), Buffer.alloc(0)]) {
    await writeFile(before.files.key, leftBehind)
    const relay = await startRelay({ dataDir, config: { localHttps: true } })
    expect(await status(relay.server.port, before.authority)).toBe(200)
    await relay.server.close()
  }
})

it('a certificate that has expired or soon will is said at the start and once a day, until it is renewed', async () => {
  const folder = await temporaryFolder()
  const { files } = await prepareLocalCertificates(folder, [], NOW)
  const loaded = loadTls(files)
  if (!loaded.ok) throw new Error(loaded.error)
  const end = loaded.value.validUntil
  const { logger, lines } = createLogSink()
  const day = YEAR_MS / 365
  let now = end - 15 * day
  const sayWhenItEnds = createEndNotice(logger, { now: () => now })
  const saidAfter = (days: number) => {
    now += days * day
    sayWhenItEnds(end)
    return lines.splice(0).join()
  }
  expect(saidAfter(0)).toBe('')
  expect(saidAfter(2)).toContain('warn: the certificate expires soon')
  expect(saidAfter(0.5)).toBe('')
  expect(saidAfter(0.5)).toContain(new Date(end).toISOString())
  expect(saidAfter(13)).toContain('error: the certificate has expired')
  sayWhenItEnds(end + YEAR_MS)
  expect(lines).toEqual([])
  const server = { setSecureContext: () => undefined }
  const late = { now: () => end }
  onTestFinished(reloadTls(server as never, files, loaded.value, { logger, clock: late }))
  expect(lines.join()).toContain('the certificate has expired')
})

it('a renewed certificate is taken into use; one that cannot be used is said and the old one stays', async () => {
  const [one, two] = [await temporaryFolder(), await temporaryFolder()]
  const old = await prepareLocalCertificates(one, ['10.0.0.5'], NOW)
  const renewed = await prepareLocalCertificates(two, ['10.0.0.5'], NOW)
  const first = loadTls(old.files)
  if (!first.ok) throw new Error(first.error)
  const { logger, lines } = createLogSink()
  const used: Buffer[] = []
  const server = { setSecureContext: ({ cert }: { cert?: unknown }) => void used.push(cert as Buffer) }
  onTestFinished(reloadTls(server as never, old.files, first.value, { logger, clock, lookMs: 5 }))
  await copyFile(renewed.files.cert, old.files.cert)
  await waitFor('said', () => lines.join().includes('is not the key'))
  expect(used).toEqual([])
  await copyFile(renewed.files.key, old.files.key)
  await waitFor('taken', () => used.length === 1)
  expect(used[0]?.toString()).toBe(await readFile(renewed.files.cert, 'utf8'))
})
