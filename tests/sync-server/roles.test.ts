import { describe, expect, it } from 'vitest'
import { RELAY_DOCUMENTS, type RelayDocument } from '../../src/protocol/access.ts'
import {
  type Capability,
  createModeratorCapability,
  ROLES,
  type Role,
} from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { newLinks } from './helpers/capabilities.ts'
import { connectRaw, type RawClient } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

const WRITERS: Record<RelayDocument, readonly Role[]> = {
  map: ['moderator', 'writer'],
  stage: ['moderator'],
  review: ['moderator', 'writer', 'reviewer'],
}

function raw(relay: StartedRelay, capability: Capability, document: RelayDocument = 'map'): RawClient {
  return connectRaw(`${relay.urlOf(capability)}/${document}`, offerProtocols(capability.secret))
}

async function roomWithCard(relay: StartedRelay, document: RelayDocument = 'map') {
  const links = newLinks()
  const moderator = connectStock(relay, links.moderator, { document })
  await moderator.synced()
  moderator.cards.set('first', 1)
  return { links, moderator }
}

describe.each(RELAY_DOCUMENTS)('the document %s', (document) => {
  it.each(ROLES)('is read by a %s, and written only as the table says', async (role) => {
    const relay = await startRelay()
    const { links, moderator } = await roomWithCard(relay, document)
    const client = raw(relay, links[role], document)
    await client.opened()
    client.step1()
    await waitFor('reads', () => cardsIn([...client.syncs(2), ...client.syncs(1)]).join() === 'first')
    client.update(updateSetting('second'))
    if (WRITERS[document].includes(role)) {
      await waitFor('the moderator sees it', () => moderator.cards.has('second'))
      expect(client.syncs(0), 'is asked what the relay lacks').toHaveLength(1)
    } else {
      expect(await client.closed()).toBe(CLOSE_CODES.forbidden)
      const again = raw(relay, links.reader, document)
      await again.opened()
      again.step1()
      await waitFor('synced', () => again.syncs(1).length > 0)
      expect(cardsIn([...again.syncs(2), ...again.syncs(1)])).toEqual(['first'])
      expect(client.syncs(0), 'is never asked').toHaveLength(0)
    }
  })
})

describe('a stock client with a reader link', () => {
  it.each(['3.1', '1.5'] as const)('works as long as it only reads (%s)', async (version) => {
    const relay = await startRelay()
    const { links, moderator } = await roomWithCard(relay)
    const reader = connectStock(relay, links.reader, { version })
    await reader.synced()
    moderator.cards.set('second', 2)
    await waitFor('the reader sees it', () => reader.cards.get('second') === 2)
    expect(reader.closes).toEqual([])
  })

  it('is cut off at its first edit, does not come back, and changed nothing', async () => {
    const relay = await startRelay()
    const { links, moderator } = await roomWithCard(relay)
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    reader.cards.set('sneaked in', true)
    await waitFor('closed', () => reader.closes.length > 0)
    expect(reader.closes).toEqual([CLOSE_CODES.forbidden])
    expect(reader.provider.shouldConnect).toBe(false)
    moderator.cards.set('second', 2)
    const fresh = connectStock(relay, links.writer)
    await waitFor('the honest edit', () => fresh.cards.has('second'))
    expect([...fresh.cards.keys()].sort((a, b) => a.localeCompare(b))).toEqual(['first', 'second'])
  })

  it('cannot smuggle edits in as a step 2, which is ignored rather than punished', async () => {
    const relay = await startRelay()
    const { links } = await roomWithCard(relay)
    const reader = raw(relay, links.reader)
    await reader.opened()
    reader.step2(updateSetting('smuggled'))
    reader.step1()
    await waitFor('still answered', () => reader.syncs(1).length > 0)
    const writer = connectStock(relay, links.writer)
    await waitFor('the honest edit', () => writer.cards.has('first'))
    expect([...writer.cards.keys()]).toEqual(['first'])
  })

  it('is not seen: its awareness is ignored', async () => {
    const relay = await startRelay()
    const { links, moderator } = await roomWithCard(relay)
    const reader = raw(relay, links.reader)
    await reader.opened()
    reader.awareness(4711, 5, { name: 'ghost' })
    reader.step1()
    await waitFor('answered', () => reader.syncs(1).length > 0)
    const writer = connectStock(relay, links.writer)
    writer.provider.awareness.setLocalStateField('name', 'Ben')
    await waitFor('Ben is seen', () => moderator.provider.awareness.getStates().has(writer.doc.clientID))
    expect(moderator.provider.awareness.getStates().has(4711)).toBe(false)
  })
})

describe('who gets in', () => {
  it('nobody without proof: accepted, then closed with 4401, and stock clients stop trying', async () => {
    const relay = await startRelay()
    const { links } = await roomWithCard(relay)
    for (const protocols of [[], ['etappe.auth'], ['etappe.auth', 'cap.tooshort']]) {
      const client = connectRaw(`${relay.urlOf(links.writer)}/map`, protocols)
      expect(await client.closed(), protocols.join()).toBe(CLOSE_CODES.noProof)
      expect(client.messages).toEqual([])
    }
  })

  it("nobody with another room's link, nor with the public room id", async () => {
    const relay = await startRelay()
    const { links } = await roomWithCard(relay)
    const url = `${relay.urlOf(links.writer)}/map`
    const stranger = connectRaw(url, offerProtocols(createModeratorCapability().secret))
    expect(await stranger.closed()).toBe(CLOSE_CODES.forbidden)
    const room = url.split('/').at(-2) ?? ''
    const guesser = connectRaw(url, ['etappe.auth', `cap.${room}`])
    expect(await guesser.closed()).toBe(CLOSE_CODES.forbidden)
    expect([...stranger.messages, ...guesser.messages]).toEqual([])
  })

  it('nobody into documents and rooms that do not exist in the protocol', async () => {
    const relay = await startRelay()
    const { links } = await roomWithCard(relay)
    const ws = relay.origin.replace('http', 'ws')
    const room = relay.urlOf(links.moderator)
    const paths = [
      `${room}/survey-1`,
      `${room}/__proto__`,
      `${room}/`,
      `${ws}/sync/constructor/map`,
      `${ws}/sync/x`,
    ]
    for (const url of paths) {
      const client = connectRaw(url, offerProtocols(links.moderator.secret))
      expect(await client.closed(), url).toBe(CLOSE_CODES.unknownDocument)
    }
  })

  it('no page of another origin, but pages of the relay itself and of listed origins', async () => {
    const relay = await startRelay({ config: { origins: ['https://workshop.example'] } })
    const { links } = await roomWithCard(relay)
    const url = `${relay.urlOf(links.writer)}/map`
    const from = (origin: string) => connectRaw(url, offerProtocols(links.writer.secret), { origin })
    expect(await from('https://evil.example').closed()).toBe(CLOSE_CODES.wrongOrigin)
    expect(await from('null').closed()).toBe(CLOSE_CODES.wrongOrigin)
    for (const origin of [relay.origin, 'https://workshop.example']) {
      const client = from(origin)
      await client.opened()
      client.step1()
      await waitFor(`${origin} is served`, () => client.syncs(1).length > 0)
    }
  })

  it('never sees a secret in an answer or in the log', async () => {
    const relay = await startRelay()
    const { links } = await roomWithCard(relay)
    const good = connectRaw(
      `${relay.urlOf(links.writer)}/map`,
      offerProtocols(links.writer.secret, { acknowledge: true }),
    )
    await good.opened()
    expect(good.socket.protocol).toBe('etappe.ack')
    const bad = connectRaw(
      `${relay.urlOf(links.writer)}/map`,
      offerProtocols(createModeratorCapability().secret),
    )
    await bad.closed()
    expect(bad.socket.protocol).toBe('etappe.auth')
    for (const role of ROLES) expect(relay.log.join('\n')).not.toContain(links[role].secret)
  })
})

describe('creating a room', () => {
  it("needs the moderator's link: others are told to come back later, and then get in", async () => {
    const relay = await startRelay()
    const links = newLinks()
    const early = raw(relay, links.writer)
    expect(await early.closed()).toBe(CLOSE_CODES.roomNotThereYet)
    const patient = connectStock(relay, links.writer)
    await waitFor('told to come back', () => patient.closes.length > 0)
    const moderator = connectStock(relay, links.moderator)
    await moderator.synced()
    moderator.cards.set('first', 1)
    await waitFor('the patient one is in', () => patient.cards.get('first') === 1)
  })

  it('needs the token on a relay that has one; joining does not', async () => {
    const creationToken = 'only-for-our-moderators'
    const relay = await startRelay({ config: { creationToken } })
    const links = newLinks()
    const url = `${relay.urlOf(links.moderator)}/map`
    expect(await raw(relay, links.moderator).closed()).toBe(CLOSE_CODES.creationRefused)
    const guess = connectRaw(
      url,
      offerProtocols(links.moderator.secret, { creationToken: 'wrong-token-here' }),
    )
    expect(await guess.closed()).toBe(CLOSE_CODES.creationRefused)
    const creator = connectRaw(url, offerProtocols(links.moderator.secret, { creationToken }))
    await creator.opened()
    creator.step1()
    await waitFor('created', () => creator.syncs(1).length > 0)
    const writer = connectStock(relay, links.writer)
    await writer.synced()
  })
})
