import { describe, expect, it } from 'vitest'
import { createModeratorCapability, deriveCapability } from '../../src/protocol/capability.ts'
import { CAPABILITY_CODE_LENGTH, formatCapabilityCode } from '../../src/protocol/capabilityCode.ts'
import { buildJoinLink, parseJoinFragment, parseJoinLink } from '../../src/protocol/joinLink.ts'

const moderator = createModeratorCapability((length) => new Uint8Array(length).map((_, index) => index * 5))
const derived = deriveCapability(moderator, 'writer')
if (!derived.ok) throw new Error(derived.error)
const writer = derived.value
const origin = 'http://192.168.1.20:4321'

describe('a join link', () => {
  it('brings back origin, role, secret and title', () => {
    const title = 'Bahnreise der Familie Özdemir: 2. Etappe 🚆'
    const link = buildJoinLink(origin, writer, title)
    expect(parseJoinLink(link)).toEqual({ ok: true, value: { origin, capability: writer, title } })
  })

  it('keeps the secret in the fragment, which is never sent to a server', () => {
    const url = new URL(buildJoinLink(origin, writer, 'x'))
    expect(url.pathname + url.search).toBe('/join')
    expect(url.hash).toContain(formatCapabilityCode(writer))
  })

  it('works from the address bar, as a code alone, without http://, and wrapped by a mail program', () => {
    const link = buildJoinLink(origin, writer)
    const code = formatCapabilityCode(writer)
    const wanted = { ok: true, value: { origin, capability: writer, title: null } }
    expect(parseJoinLink(link.replace('http://', ''))).toEqual(wanted)
    expect(parseJoinLink(`  <${link.slice(0, 50)}\n ${link.slice(50)}> `)).toEqual(wanted)
    expect(parseJoinLink(code)).toEqual({ ok: true, value: { ...wanted.value, origin: null } })
    expect(parseJoinFragment(`#${code}`)).toEqual({ ok: true, value: { ...wanted.value, origin: null } })
  })

  it('says that it is truncated, at whatever length it was cut', () => {
    const link = buildJoinLink(origin, writer)
    const codeStart = link.length - CAPABILITY_CODE_LENGTH
    for (let length = codeStart + 1; length < link.length; length += 1) {
      expect(parseJoinLink(link.slice(0, length)), `${length}`).toEqual({ ok: false, error: 'truncated' })
    }
    expect(parseJoinLink(link.slice(0, codeStart))).toEqual({ ok: false, error: 'no-secret' })
    expect(parseJoinFragment('')).toEqual({ ok: false, error: 'no-secret' })
  })

  it('finds every single wrong character in the secret, and a changed role', () => {
    const code = formatCapabilityCode(writer)
    for (let at = 2; at < code.length; at += 1) {
      const wrong = code.charAt(at) === 'A' ? 'B' : 'A'
      const typed = code.slice(0, at) + wrong + code.slice(at + 1)
      expect(parseJoinLink(`${origin}/join#${typed}`), typed).toEqual({ ok: false, error: 'mistyped' })
    }
    expect(parseJoinLink(`${origin}/join#1m${code.slice(2)}`)).toEqual({ ok: false, error: 'mistyped' })
    expect(parseJoinLink(code.toLowerCase())).toEqual({ ok: false, error: 'mistyped' })
  })

  it('names what else is wrong', () => {
    const code = formatCapabilityCode(writer)
    const cases: Record<string, string> = {
      '': 'empty',
      '   ': 'empty',
      'good morning everybody': 'not-a-link',
      hello: 'not-a-link',
      'javascript:alert(1)//join#1w': 'not-a-link',
      [`${origin}/wall/abc`]: 'not-a-link',
      [`ftp://x/join#${code}`]: 'not-a-link',
      [`${origin}/join`]: 'no-secret',
      [`${origin}/join#2${code.slice(1)}`]: 'unknown-version',
      [`${origin}/join#1x${code.slice(2)}`]: 'unknown-role',
      [`${origin}/join#${code}A`]: 'too-long',
      ['x'.repeat(10_000)]: 'not-a-link',
    }
    for (const [text, error] of Object.entries(cases)) {
      expect(parseJoinLink(text), text.slice(0, 80)).toEqual({ ok: false, error })
    }
  })

  it('lets people in although the title was cut in the middle of a character', () => {
    const link = buildJoinLink(origin, writer, 'Café')
    expect(parseJoinLink(link.slice(0, -1))).toEqual({
      ok: true,
      value: { origin, capability: writer, title: 'Caf' },
    })
  })

  it('survives a title with half a surrogate pair', () => {
    const link = buildJoinLink(origin, writer, 'a\ud83db')
    expect(parseJoinLink(link)).toMatchObject({ ok: true, value: { title: 'ab' } })
  })
})
