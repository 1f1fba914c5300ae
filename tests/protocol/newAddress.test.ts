import { describe, expect, it } from 'vitest'
import { createModeratorCapability, deriveCapability, ROLES } from '../../src/protocol/capability.ts'
import { isRelayOrigin, readNewAddress, sealNewAddress } from '../../src/protocol/newAddress.ts'

const moderator = createModeratorCapability((length) => new Uint8Array(length).fill(7))
const address = { origin: 'https://relay.example:8443', isOnly: true }

function roleOf(role: (typeof ROLES)[number]) {
  const derived = deriveCapability(moderator, role)
  if (!derived.ok) throw new Error(derived.error)
  return derived.value
}

describe('the new address of a workshop', () => {
  it.each(ROLES)('is believed by the device of a %s when a moderator has said so', (role) => {
    const text = sealNewAddress(moderator, address)
    expect(readNewAddress(text, roleOf(role))).toEqual({ ok: true, value: address })
  })

  it('is not believed by a moderator when a participant has made it up: it would cost the stronger link', () => {
    const text = sealNewAddress(roleOf('writer'), { origin: 'https://evil.example', isOnly: true })
    expect(readNewAddress(text, moderator)).toEqual({ ok: false, error: 'unproved' })
  })

  it('is not believed once anything about it was changed', () => {
    const text = sealNewAddress(moderator, address)
    for (const forged of [
      text.replace('relay.example', 'evil.example'),
      text.replace('true', 'false'),
      text.replace('https:', 'http:'),
    ]) {
      expect(readNewAddress(forged, roleOf('writer'))).toEqual({ ok: false, error: 'unproved' })
    }
  })

  it('is not believed by a device with the links of another room', () => {
    const other = createModeratorCapability((length) => new Uint8Array(length).fill(9))
    expect(readNewAddress(sealNewAddress(moderator, address), other)).toMatchObject({ error: 'unproved' })
  })

  it.each([
    '',
    'null',
    '{"origin":1}',
    '{"origin":"javascript:alert(1)","isOnly":true,"seals":{}}',
    '{"origin":"https://a.example/path","isOnly":true,"seals":{}}',
    '{"origin":"https://u:p@a.example","isOnly":true,"seals":{}}',
    `{"origin":"https://${'a'.repeat(3000)}","isOnly":true,"seals":{}}`,
  ])('%s is none', (text) => {
    expect(readNewAddress(text, moderator)).toEqual({ ok: false, error: 'wrong' })
  })

  it.each([
    ['https://relay.example', true],
    ['http://192.168.1.20:4321', true],
    ['https://relay.example/', false],
    ['https://RELAY.example', false],
    ['ftp://relay.example', false],
    ['', false],
  ])('%s as an origin: %s', (text, is) => {
    expect(isRelayOrigin(text)).toBe(is)
  })
})
