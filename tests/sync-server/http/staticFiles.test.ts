import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../sync-server/http/securityHeaders.ts'
import { startRelay, type StartedRelay, temporaryFolder } from '../helpers/startRelay.ts'

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

async function buildApp(files: Record<string, string>, appDir?: string): Promise<string> {
  const folder = appDir ?? join(await temporaryFolder(), 'app')
  await rm(folder, { recursive: true, force: true })
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

const APP = {
  'index.html': '<!doctype html><title>Etappe</title>',
  'sw.js': 'self.x = 1',
  'manifest.webmanifest': '{"name":"Etappe"}',
  'assets/index-B2aZ09_x.js': `console.log(${'1 + '.repeat(500)}1)`,
  'assets/plain.css': 'body {}',
  'icons/icon.png': 'not really a picture',
}

async function startWithApp(): Promise<StartedRelay> {
  return startRelay({ config: { appDir: await buildApp(APP) } })
}

/** `fetch` would normalise the path before sending it. */
function rawGet(relay: StartedRelay, path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: Buffer; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: relay.server.port, path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
            headers: response.headers,
          }),
        )
      })
      asked.on('error', reject)
      asked.end()
    },
  )
}

describe('the app', () => {
  it('is served at every route, never cached without asking', async () => {
    const relay = await startWithApp()
    for (const path of ['/', '/join', '/wall/4711', '/workshop/x/poster?size=A0', '/index.html']) {
      const response = await fetch(relay.origin + path, { headers: page })
      expect(response.status, path).toBe(200)
      expect(await response.text()).toBe(APP['index.html'])
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    }
  })

  it('keeps hashed assets for ever and asks again for everything else', async () => {
    const relay = await startWithApp()
    const caching = async (path: string) => (await fetch(relay.origin + path)).headers.get('cache-control')
    expect(await caching('/assets/index-B2aZ09_x.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/assets/plain.css', '/sw.js', '/manifest.webmanifest', '/icons/icon.png']) {
      expect(await caching(path), path).toBe('no-cache')
    }
    const first = await fetch(`${relay.origin}/sw.js`)
    const again = await fetch(`${relay.origin}/sw.js`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('answers a missing script, picture or relay address with 404, not with the app', async () => {
    const relay = await startWithApp()
    for (const path of [
      '/assets/gone-12345678.js',
      '/missing.js',
      '/icons/none.png',
      '/assets/x',
      '/assets',
    ]) {
      expect((await fetch(relay.origin + path, { headers: page })).status, path).toBe(404)
    }
    expect(
      (await fetch(`${relay.origin}/workshop/x`, { headers: { accept: 'application/json' } })).status,
    ).toBe(404)
    expect((await fetch(`${relay.origin}/sync/x/map`, { headers: page })).status).toBe(426)
    const posted = await fetch(`${relay.origin}/`, { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('never leaves its folder, however the path is written', async () => {
    const appDir = await buildApp(APP)
    const relay = await startRelay({ config: { appDir } })
    const secret = join(appDir, '../secret.txt')
    await writeFile(secret, 'secret')
    await writeFile(join(appDir, '.secret.txt'), 'secret')
    const steps = [
      '/..',
      '/%2e%2e',
      '/.%2e',
      '/..%2f..',
      '/assets/..',
      '/..\\..',
      '/..%5c..',
      '//..',
      '/./..',
    ]
    const climbs = steps.flatMap((step) => [1, 2, 3, 4, 5].map((times) => step.repeat(times)))
    const paths = climbs.flatMap((climb) => [`${climb}/secret.txt`, `${climb}/etc/passwd`])
    for (const path of [
      ...paths,
      '/.secret.txt',
      '/%00',
      '/%',
      '/.git/config',
      '/assets/%2e%2e/index.html',
      `/${secret}`,
    ]) {
      const { status, body } = await rawGet(relay, path, page)
      expect(body.toString(), path).not.toMatch(/secret\n?$|root:/)
      expect([200, 400, 404], path).toContain(status)
      if (status === 200) expect(body.toString(), path).toBe(APP['index.html'])
    }
  })

  it('compresses text for those who can read it, and answers HEAD without a body', async () => {
    const relay = await startWithApp()
    const zipped = await rawGet(relay, '/assets/index-B2aZ09_x.js', { 'accept-encoding': 'gzip, br' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).toString()).toBe(APP['assets/index-B2aZ09_x.js'])
    const plain = await rawGet(relay, '/assets/index-B2aZ09_x.js')
    expect(plain.body.length).toBeGreaterThan(zipped.body.length * 5)
    const head = await fetch(`${relay.origin}/`, { method: 'HEAD', headers: page })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('says what to do when it is not built', async () => {
    const relay = await startRelay()
    const response = await fetch(`${relay.origin}/`, { headers: page })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })
})

describe('an update of the app', () => {
  it('keeps serving the chunks of the last builds, to tablets that still run them, and forgets older ones', async () => {
    const dataDir = await temporaryFolder()
    const appDir = await buildApp(APP)
    const chunk = (build: number) => `assets/panel-build00${build}.js`
    for (let build = 1; build <= 5; build += 1) {
      await buildApp({ 'index.html': `build ${build}`, [chunk(build)]: `panel of build ${build}` }, appDir)
      const relay = await startRelay({ dataDir, config: { appDir } })
      const texts = new Map<number, string>()
      for (let earlier = 1; earlier <= build; earlier += 1) {
        const response = await fetch(`${relay.origin}/${chunk(earlier)}`)
        if (response.status === 200) texts.set(earlier, await response.text())
        else expect(response.status).toBe(404)
      }
      expect([...texts.keys()]).toEqual([build - 2, build - 1, build].filter((kept) => kept > 0))
      expect(texts.get(build)).toBe(`panel of build ${build}`)
      await relay.server.close()
      const restarted = await startRelay({ dataDir, config: { appDir } })
      expect((await fetch(`${restarted.origin}/${chunk(Math.max(1, build - 1))}`)).status, 'restart').toBe(
        200,
      )
      await restarted.server.close()
    }
  })

  it('starts although the list of builds is damaged or the archive cannot be written', async () => {
    const dataDir = await temporaryFolder()
    await mkdir(join(dataDir, 'app'))
    await writeFile(join(dataDir, 'app/builds.json'), '{ damaged')
    const relay = await startRelay({ dataDir, config: { appDir: await buildApp(APP) } })
    expect((await fetch(`${relay.origin}/assets/plain.css`)).status).toBe(200)
    const other = await temporaryFolder()
    await symlink('/dev/null', join(other, 'app'))
    const unlucky = await startRelay({ dataDir: other, config: { appDir: await buildApp(APP) } })
    expect((await fetch(`${unlucky.origin}/assets/plain.css`)).status).toBe(200)
    expect(unlucky.log.join('\n')).toContain('could not be kept')
  })
})

describe('the security headers', () => {
  it('are on every answer', async () => {
    const relay = await startWithApp()
    for (const path of ['/', '/sw.js', '/assets/index-B2aZ09_x.js', '/missing.js', '/healthz', '/%']) {
      const response = await fetch(relay.origin + path, { headers: page })
      const headers = Object.fromEntries(response.headers)
      expect(headers, path).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['content-security-policy'], path).toContain("default-src 'self'")
      expect(headers['permissions-policy'], path).toContain('camera=(self)')
    }
  })

  it('let the app contact its own relay only, run no inline script, and be framed by nobody', () => {
    const directives = new Map(
      contentSecurityPolicy('192.168.1.20:4321')
        .split('; ')
        .map((directive) => {
          const [name = '', ...sources] = directive.split(' ')
          return [name, sources]
        }),
    )
    expect(directives.get('connect-src')).toEqual([
      "'self'",
      'ws://192.168.1.20:4321',
      'wss://192.168.1.20:4321',
    ])
    expect(directives.get('script-src')).toEqual(["'self'"])
    expect(directives.get('frame-ancestors')).toEqual(["'none'"])
    expect(directives.get('style-src-elem')).not.toContain("'unsafe-inline'")
  })

  it('do not repeat what a forged Host header would add', () => {
    for (const host of ["x; script-src 'unsafe-inline'", 'x y', '', undefined, 'a'.repeat(300)]) {
      expect(contentSecurityPolicy(host).match(/script-src [^;]*/g)).toEqual(["script-src 'self'"])
      expect(contentSecurityPolicy(host)).toMatch(/connect-src 'self'$/)
    }
  })
})
