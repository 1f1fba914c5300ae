import { describe, expect, it } from 'vitest'
import { newLinks } from './helpers/capabilities.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

const read = async (relay: StartedRelay, headers: Record<string, string> = {}) => {
  const response = await fetch(`${relay.origin}/metrics`, { headers })
  return { status: response.status, text: await response.text() }
}
const valueOf = (text: string, name: string) =>
  Number(new RegExp(`^etappe_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)

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
    expect((await read(open, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(403)
    const guarded = await startRelay({ config: { metricsToken: 'a long enough token!' } })
    expect((await read(guarded)).status).toBe(403)
    expect((await read(guarded, { authorization: 'Bearer a long enough token?' })).status).toBe(403)
    expect((await read(guarded, { authorization: 'Bearer a long enough token!' })).status).toBe(200)
  })
})
