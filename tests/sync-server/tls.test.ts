import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { silentLogger } from '../../src/shared/logger.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import type { RelayConfig } from '../../sync-server/config.ts'
import { createSyncServer } from '../../sync-server/createSyncServer.ts'
import { loadTls } from '../../sync-server/tls.ts'
import { newLinks } from './helpers/capabilities.ts'
import { connectRaw } from './helpers/rawClient.ts'
import { startRelay, temporaryFolder } from './helpers/startRelay.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

const fixture = (name: string) => resolve(import.meta.dirname, '../fixtures/tls', name)
const tls = { cert: fixture('cert.pem'), key: fixture('key.pem') }

describe('with a certificate', () => {
  it('the same port speaks https and wss', async () => {
    const relay = await startRelay({ config: { tls } })
    expect(relay.server.protocol).toBe('https')
    const status = await new Promise<number>((found, failed) => {
      const options = { ca: readFileSync(tls.cert), servername: 'relay.test' }
      get(`${relay.origin}/healthz`, options, (response) => {
        response.resume()
        found(response.statusCode ?? 0)
      }).on('error', failed)
    })
    expect(status).toBe(200)
    const links = newLinks()
    const url = `${relay.urlOf(links.moderator)}/map`
    expect(url).toMatch(/^wss:/)
    const writer = connectRaw(url, offerProtocols(links.moderator.secret, { acknowledge: true }), {
      origin: relay.origin,
    })
    await writer.opened()
    writer.update(updateSetting('card', 'x'.repeat(300_000)))
    await waitFor('acknowledged', () => writer.acknowledged() === 1)
    const reader = connectRaw(url, offerProtocols(links.reader.secret))
    await reader.opened()
    reader.step1()
    await waitFor('read', () => cardsIn([...reader.syncs(2), ...reader.syncs(1)]).join() === 'card')
  })

  it.each([
    ['no such file', { cert: fixture('none.pem'), key: tls.key }, 'ETAPPE_TLS_CERT'],
    [
      'a file that is no certificate',
      { cert: fixture('../../sync-server/tls.test.ts'), key: tls.key },
      'ETAPPE_TLS_CERT',
    ],
    ['a file that is no key', { cert: tls.cert, key: tls.cert }, 'ETAPPE_TLS_KEY'],
    ['the key of another certificate', { cert: tls.cert, key: fixture('otherKey.pem') }, 'is not the key'],
  ])(
    'that cannot be used (%s) it says which file and why, and does not start',
    async (_name, files, words) => {
      const dataDir = await temporaryFolder()
      const config: RelayConfig = {
        port: 0,
        host: '127.0.0.1',
        dataDir,
        appDir: dataDir,
        tls: files,
        origins: [],
        creationToken: null,
      }
      const started = await createSyncServer({ config, logger: silentLogger })
      if (started.ok) throw new Error('it must not start')
      expect(started.error.code).toBe('tls')
      expect(started.error.message).toContain(words)
    },
  )
})

it('a chain whose end is still being written is not taken for a certificate', async () => {
  const folder = await temporaryFolder()
  const whole = readFileSync(tls.cert, 'utf8')
  const files = { cert: join(folder, 'chain.pem'), key: tls.key }
  writeFileSync(files.cert, `${whole}${whole.slice(0, whole.length / 2)}`)
  const torn = loadTls(files)
  expect(torn.ok ? '' : torn.error).toContain('cannot be used with its key')
  writeFileSync(files.cert, `${whole}${whole}`)
  expect(loadTls(files).ok).toBe(true)
})
