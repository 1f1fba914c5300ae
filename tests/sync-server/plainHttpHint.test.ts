import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import { describe, expect, it } from 'vitest'
import { startRelay } from './helpers/startRelay.ts'

function ask(get: typeof getHttp, url: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false } as object, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    }).on('error', reject)
  })
}

describe('a relay that speaks HTTPS, asked without', () => {
  it('leads to https and to the page about trust, and goes on answering', { timeout: 60_000 }, async () => {
    const { server } = await startRelay({ config: { localHttps: true } })
    const plain = await ask(getHttp, `http://127.0.0.1:${server.port}/join`)
    expect(plain.status).toBe(400)
    expect(plain.body).toContain(`':${server.trustPort}/'`)
    expect(plain.body).toContain('aber die Adresse beginnt mit https://')
    expect(plain.body).not.toContain('location.replace')
    expect((await ask(getHttps, `https://127.0.0.1:${server.port}/healthz`)).status).toBe(200)
  })
})
