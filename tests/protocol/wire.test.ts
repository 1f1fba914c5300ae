import { describe, expect, it } from 'vitest'
import { createModeratorCapability, roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES, closeReasonOf, shouldComeBack } from '../../src/protocol/closeCodes.ts'
import { encodeAck, isDocumentFrame, readAck } from '../../src/protocol/messages.ts'
import { parseSocketPath, syncUrl } from '../../src/protocol/socketPath.ts'
import { offerProtocols, readOffer } from '../../src/protocol/subProtocols.ts'

const capability = createModeratorCapability()
const room = roomIdOf(capability)

describe('close codes', () => {
  it('are all different, in the two ranges, and known by name', () => {
    const codes = Object.values(CLOSE_CODES)
    expect(new Set(codes).size).toBe(codes.length)
    for (const [reason, code] of Object.entries(CLOSE_CODES)) {
      expect(code >= 4400 && code < 4600, reason).toBe(true)
      expect(closeReasonOf(code)).toBe(reason)
    }
    expect(closeReasonOf(1006)).toBeNull()
  })

  it('tell a client whether to come back', () => {
    expect(shouldComeBack(CLOSE_CODES.forbidden)).toBe(false)
    expect(shouldComeBack(1009)).toBe(false)
    expect(shouldComeBack(CLOSE_CODES.roomNotThereYet)).toBe(true)
    expect(shouldComeBack(1006)).toBe(true)
  })
})

describe('the offer of sub-protocols', () => {
  it('carries the proof, the wish for acknowledgements and the creation token', () => {
    expect(
      readOffer(offerProtocols(capability.secret, { acknowledge: true, creationToken: 't0ken' })),
    ).toEqual({
      secret: capability.secret,
      acknowledge: true,
      creationToken: 't0ken',
      selected: 'etappe.ack',
    })
    expect(readOffer(offerProtocols(capability.secret))).toMatchObject({
      acknowledge: false,
      selected: 'etappe.auth',
    })
  })

  it('is no proof when it is missing, doubled or malformed', () => {
    expect(readOffer([])).toMatchObject({ secret: null, selected: null })
    expect(readOffer(['etappe.auth', 'cap.short']).secret).toBeNull()
    const twice = [`cap.${capability.secret}`, `cap.${createModeratorCapability().secret}`]
    expect(readOffer(twice).secret).toBeNull()
  })
})

describe("a document's address", () => {
  it('is read as it was built, with or without a query', () => {
    const url = new URL(`${syncUrl('https://relay.example:4321/', room)}/map`)
    expect(url.protocol).toBe('wss:')
    expect(parseSocketPath(url.pathname)).toEqual({ room, document: 'map' })
    expect(parseSocketPath(`${url.pathname}?x=1`)).toEqual({ room, document: 'map' })
  })

  it('is nothing else', () => {
    for (const path of [
      '/',
      '/sync/',
      `/sync/${room}`,
      `/sync/${room}/other`,
      `/sync/${room}/map/x`,
      '/sync/__proto__/map',
    ])
      expect(parseSocketPath(path), path).toBeNull()
  })
})

describe('acknowledgements', () => {
  it('count step 2 and Update frames only', () => {
    expect(isDocumentFrame(Uint8Array.of(0, 1, 0))).toBe(true)
    expect(isDocumentFrame(Uint8Array.of(0, 2, 0))).toBe(true)
    expect(isDocumentFrame(Uint8Array.of(0, 0, 0))).toBe(false)
    expect(isDocumentFrame(Uint8Array.of(1, 1, 0))).toBe(false)
    expect(isDocumentFrame(new Uint8Array())).toBe(false)
  })

  it('survive large counts and are told from other messages', () => {
    expect(readAck(encodeAck(3_000_000_000))).toBe(3_000_000_000)
    expect(readAck(Uint8Array.of(0, 2, 0))).toBeNull()
    expect(() => readAck(encodeAck(300).subarray(0, 2))).toThrow('Unexpected end of array')
  })
})
