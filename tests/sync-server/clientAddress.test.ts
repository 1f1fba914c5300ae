import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { checkNetworks, createAddressOf } from '../../sync-server/clientAddress.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

describe('the address a client is counted under', () => {
  it('is the socket address; what a stranger claims about itself is ignored', () => {
    const addressOf = createAddressOf([])
    expect(addressOf(request('192.0.2.1', '198.51.100.7'))).toBe('192.0.2.1')
    expect(addressOf(request('::ffff:192.0.2.1'))).toBe('192.0.2.1')
  })

  it('behind trusted proxies is the last address that is none of them', () => {
    const addressOf = createAddressOf(['127.0.0.1', '10.0.0.0/8', '::1'])
    expect(addressOf(request('127.0.0.1', '1.2.3.4, 198.51.100.7, 10.1.1.1'))).toBe('198.51.100.7')
    expect(addressOf(request('::1', '198.51.100.7'))).toBe('198.51.100.7')
    expect(addressOf(request('10.9.9.9'))).toBe('10.9.9.9')
    expect(addressOf(request('10.9.9.9', 'not an address'))).toBe('10.9.9.9')
    expect(addressOf(request('192.0.2.1', '198.51.100.7'))).toBe('192.0.2.1')
  })

  it('is the /64 of an IPv6 address, however it is written', () => {
    const addressOf = createAddressOf([])
    const same = ['2001:db8:1:2::1', '2001:DB8:0001:2:ffff:0:0:9', '2001:db8:1:2:3:4:5:6']
    expect(new Set(same.map((address) => addressOf(request(address))))).toEqual(
      new Set(['2001:db8:1:2::/64']),
    )
    expect(addressOf(request('fe80::1%eth0'))).toBe('fe80:0:0:0::/64')
    expect(addressOf(request('2001:db8::3:4:5:6'))).toBe('2001:db8:0:0::/64')
  })

  it('needs networks that are networks', () => {
    expect(checkNetworks(['10.0.0.0/8', '::1', 'fd00::/8'])).toMatchObject({ ok: true })
    for (const wrong of ['proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '']) {
      expect(checkNetworks(['::1', wrong]), wrong).toEqual({ ok: false, error: wrong })
    }
  })
})
