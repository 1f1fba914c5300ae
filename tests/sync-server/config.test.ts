import { resolve } from 'node:path'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { announcement } from '../../sync-server/announce.ts'
import { createSyncServer } from '../../sync-server/createSyncServer.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { temporaryFolder } from './helpers/startRelay.ts'
import { lanAddresses } from '../../sync-server/http/lanAddresses.ts'
import { readConfig } from '../../sync-server/config.ts'

describe('the settings', () => {
  it('have defaults for a laptop in the room: port 4321, every address, ./data, open', () => {
    expect(readConfig({}, 'dist/app')).toEqual({
      ok: true,
      value: {
        port: 4321,
        host: null,
        dataDir: resolve('data'),
        redisUrl: null,
        blobDir: null,
        trustedProxies: [],
        hosts: null,
        keepClosedDays: 90,
        metricsToken: null,
        appDir: resolve('dist/app'),
        tls: null,
        origins: [],
        creationToken: null,
      },
    })
  })

  it('take what a public host needs', () => {
    const read = readConfig(
      {
        PORT: '8443',
        HOST: '0.0.0.0',
        ETAPPE_DATA: '/var/lib/etappe',
        ETAPPE_TLS_CERT: '/tls/cert.pem',
        ETAPPE_TLS_KEY: '/tls/key.pem',
        ETAPPE_ORIGINS: 'https://a.example, https://b.example:8443',
        ETAPPE_CREATE: 'token',
        ETAPPE_CREATE_TOKEN: 'abcdefghijklmnop',
        ETAPPE_KEEP_CLOSED_DAYS: '30',
      },
      'app',
    )
    expect(read).toMatchObject({
      ok: true,
      value: {
        port: 8443,
        host: '0.0.0.0',
        dataDir: resolve('/var/lib/etappe'),
        tls: { cert: '/tls/cert.pem', key: '/tls/key.pem' },
        origins: ['https://a.example', 'https://b.example:8443'],
        creationToken: 'abcdefghijklmnop',
        keepClosedDays: 30,
      },
    })
  })

  it('are not mixed up with what Kubernetes tells about a service called "etappe"', () => {
    const told = {
      ETAPPE_SERVICE_HOST: '10.0.0.7',
      ETAPPE_SERVICE_PORT: '80',
      ETAPPE_RELAY_SERVICE_PORT_HTTP: '80',
      ETAPPE_PORT: 'tcp://10.0.0.7:80',
      ETAPPE_PORT_80_TCP: 'tcp://10.0.0.7:80',
      ETAPPE_PORT_80_TCP_PROTO: 'tcp',
      ETAPPE_PORT_80_TCP_PORT: '80',
      ETAPPE_PORT_80_TCP_ADDR: '10.0.0.7',
    }
    expect(readConfig(told, 'app')).toEqual(readConfig({}, 'app'))
  })

  it.each([
    [{ ETAPPE_PORT: '8080' }, 'ETAPPE_PORT is no setting'],
    [{ PORT: '99999' }, 'PORT is "99999"'],
    [{ PORT: '-1' }, 'PORT is "-1"'],
    [{ PORT: '80 80' }, 'PORT is "80 80"'],
    [{ ETAPPE_KEEP_CLOSED_DAYS: 'never' }, 'ETAPPE_KEEP_CLOSED_DAYS is "never"'],
    [{ ETAPPE_KEEP_CLOSED_DAYS: '4000' }, 'days from 0 to 3650'],
    [{ ETAPPE_TLS_KEY: 'k' }, 'ETAPPE_TLS_CERT is not'],
    [{ ETAPPE_ORIGINS: 'https://a.example/path' }, 'https://a.example/path'],
    [{ ETAPPE_CREATE: 'token' }, 'needs ETAPPE_CREATE_TOKEN'],
    [{ ETAPPE_CREATE: 'token', ETAPPE_CREATE_TOKEN: 'short' }, '16 to 200'],
    [{ ETAPPE_CREATE_TOKEN: 'abcdefghijklmnop' }, 'ETAPPE_CREATE is not "token"'],
    [{ ETAPPE_CREAT: 'token' }, 'ETAPPE_CREAT is no setting'],
    [{ ETAPPE_APP: '/nowhere' }, 'ETAPPE_APP (/nowhere) holds no built app'],
  ])('%o is refused with the variable and what it may be', (env, words) => {
    const read = readConfig(env, 'app')
    if (read.ok) throw new Error('it must be refused')
    expect(read.error.join('\n')).toContain(words)
  })
})

it('a folder for pictures that cannot be one is said at the start, not at the first picture', async () => {
  const dataDir = await temporaryFolder()
  const blobDir = join(dataDir, 'a-file')
  writeFileSync(blobDir, '')
  const read = readConfig({ ETAPPE_DATA: join(dataDir, 'data'), ETAPPE_BLOBS: blobDir, PORT: '0' }, 'app')
  if (!read.ok) throw new Error(read.error.join())
  const started = await createSyncServer({ config: read.value, logger: silentLogger })
  if (started.ok) return started.value.close().then(() => expect.fail('it must be refused'))
  expect(started.error.message).toContain(`The folder for pictures ${blobDir} cannot be used`)
})

describe('what the terminal shows', () => {
  const base = { protocol: 'http', port: 4321, dataDir: '/data' } as const

  it('is the one address when the relay listens on one', () => {
    const text = announcement({ ...base, host: '127.0.0.1', showQr: false })
    expect(text).toContain('  http://127.0.0.1:4321/\n')
    expect(text).not.toContain('localhost')
  })

  it('is that address of the room alone when the relay listens on no other', () => {
    const [lan] = lanAddresses(null)
    if (lan === undefined) return
    const text = announcement({ ...base, host: lan, showQr: true })
    expect(text).toContain(`Scan to open http://${lan}:4321/`)
    expect(text).not.toContain('localhost')
  })

  it('is localhost and every address of the machine when it listens on all, and a code if asked', () => {
    const text = announcement({ ...base, host: null, showQr: true })
    expect(text).toContain('  http://localhost:4321/\n')
    const inRoom = lanAddresses(null).length > 0
    expect(text.includes('▀')).toBe(inRoom)
    expect(text.includes('Scan to open')).toBe(inRoom)
    expect(text.includes('This machine is in no network')).toBe(!inRoom)
    expect(text, 'a tablet would open itself').not.toContain('Scan to open http://localhost')
  })

  it('writes IPv6 addresses as a browser wants them', () => {
    expect(announcement({ ...base, host: '::1', showQr: false })).toContain('http://[::1]:4321/')
  })
})
