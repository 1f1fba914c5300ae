import { get } from 'node:http'
import { createHistogram } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../sync-server/http/metrics.ts'
import { createRelayStats } from '../../sync-server/relayStats.ts'
import { newLinks } from './helpers/capabilities.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

const read = async (relay: StartedRelay, headers: Record<string, string> = {}) => {
  const response = await fetch(`${relay.origin}/metrics`, { headers })
  return { status: response.status, text: await response.text() }
}
/** As a proxy asks that passes the name on, or a page whose name was made to point here. */
const statusUnder = ({ server }: StartedRelay, host: string) =>
  new Promise<number>((resolve, reject) => {
    get({ host: '127.0.0.1', port: server.port, path: '/metrics', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    }).once('error', reject)
  })
const valueOf = (text: string, name: string) =>
  Number(new RegExp(`^etappe_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)

const IDLE = {
  status: 'ok' as const,
  uptimeSeconds: 0,
  rooms: 0,
  connections: 0,
  waitingBytes: 0,
  storageFailures: 0,
  pending: 0,
  slowReaders: 0,
  uploads: 0,
}

describe('/metrics', () => {
  it('counts rooms, clients, edits, bytes and syncs in the format of Prometheus, and names no room', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const [anna, ben] = [connectStock(relay, links.moderator), connectStock(relay, links.writer)]
    await Promise.all([anna.synced(), ben.synced()])
    for (let index = 0; index < 20; index += 1) anna.cards.set(`secret plan ${index}`, index)
    await waitFor('seen', () => ben.cards.size === 20)
    const { status, text } = await read(relay)
    expect(status).toBe(200)
    for (const line of text.trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) etappe_\w+ .+|etappe_\w+(\{reason="\w+"\})? [\d.e+-]+)$/)
    }
    expect(valueOf(text, 'rooms_open')).toBe(1)
    expect(valueOf(text, 'connections')).toBe(2)
    expect(valueOf(text, 'edits_total')).toBeGreaterThanOrEqual(20)
    expect(valueOf(text, 'sent_bytes_total')).toBeGreaterThan(500)
    expect(valueOf(text, 'syncs_total')).toBeGreaterThan(0)
    expect(text).not.toContain('secret plan')
    expect(text).not.toContain(new URL(relay.urlOf(links.moderator)).pathname.split('/')[2])
  })

  it('calls an event loop late by what it is late, not by how often it is looked at', () => {
    const monitor = { ...createHistogram(), enable: () => true, disable: () => true, reset: () => undefined }
    const lagAt = (mean: number, max: number) => {
      const metrics = createMetrics(createRelayStats(), () => IDLE, { ...monitor, mean, max })
      const text = metrics.text()
      metrics.close()
      return [valueOf(text, 'loop_lag_mean_seconds'), valueOf(text, 'loop_lag_max_seconds')]
    }
    expect(lagAt(20e6, 20e6), 'idle').toEqual([0, 0])
    expect(lagAt(Number.NaN, 0), 'not looked at yet').toEqual([0, 0])
    expect(lagAt(30e6, 520e6).map((seconds) => Math.round(seconds * 1000))).toEqual([10, 500])
  })

  it('counts why connections were closed', async () => {
    const relay = await startRelay()
    const links = newLinks()
    connectStock(relay, links.writer)
    await waitFor('counted', async () =>
      (await read(relay)).text.includes('etappe_closed_total{reason="roomNotThereYet"} 1'),
    )
  })

  it('are for this machine only, or for who shows the token, also behind a proxy on this machine', async () => {
    const open = await startRelay()
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'])
      expect((await read(open, { [name]: '192.0.2.1' })).status, name).toBe(403)
    expect(await statusUnder(open, 'workshop.example')).toBe(403)
    expect(await statusUnder(open, 'localhost.example:4321')).toBe(403)
    expect(await statusUnder(open, 'localhost:4321')).toBe(200)
    const guarded = await startRelay({ config: { metricsToken: 'a long enough token!' } })
    expect((await read(guarded)).status).toBe(403)
    expect((await read(guarded, { authorization: 'Bearer a long enough token?' })).status).toBe(403)
    expect((await read(guarded, { authorization: 'Bearer a long enough token!' })).status).toBe(200)
  })
})
