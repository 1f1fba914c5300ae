import { describe, expect, it } from 'vitest'
import {
  createModeratorCapability,
  deriveCapability,
  isRoomId,
  proveRole,
  ROLES,
  roomIdOf,
  type Secret,
} from '../../src/protocol/capability.ts'

const fixed = createModeratorCapability((length) => new Uint8Array(length).fill(7))

describe('the capability chain', () => {
  it('gives every role its own secret and all of them the same room', () => {
    const secrets = new Set<string>()
    for (const role of ROLES) {
      const derived = deriveCapability(fixed, role)
      if (!derived.ok) throw new Error(derived.error)
      secrets.add(derived.value.secret)
      expect(roomIdOf(derived.value)).toBe(roomIdOf(fixed))
      expect(proveRole(derived.value.secret, roomIdOf(fixed))).toEqual({ ok: true, value: role })
    }
    expect(secrets.size).toBe(4)
    expect(secrets).not.toContain(roomIdOf(fixed))
  })

  it('derives the same whether in one step or over every role between', () => {
    let held = fixed
    for (const role of ROLES) {
      const next = deriveCapability(held, role)
      if (!next.ok) throw new Error(next.error)
      held = next.value
    }
    expect(deriveCapability(fixed, 'reader')).toEqual({ ok: true, value: held })
  })

  it('never makes a stronger link out of a weaker one', () => {
    const reader = deriveCapability(fixed, 'reader')
    if (!reader.ok) throw new Error(reader.error)
    for (const role of ['moderator', 'writer', 'reviewer'] as const) {
      expect(deriveCapability(reader.value, role)).toEqual({ ok: false, error: 'beyond-your-role' })
    }
  })

  it('does not let the public room id prove anything', () => {
    const room = roomIdOf(fixed)
    expect(proveRole(room as unknown as Secret, room)).toEqual({ ok: false, error: 'wrong-secret' })
  })

  it("does not accept another room's secret", () => {
    expect(proveRole(createModeratorCapability().secret, roomIdOf(fixed)).ok).toBe(false)
  })

  it('keeps its hashes for ever: links printed today open the same room with every later version', () => {
    expect(roomIdOf(fixed)).toBe('_TAKYSVSeo8cxod8Y1lJdqqiFwnTGJtK2Ec7Xvggw2g')
    expect(deriveCapability(fixed, 'writer')).toEqual({
      ok: true,
      value: { role: 'writer', secret: '2UcxJQERVG1lH538SnYcVGZ5SnfufLwYTb0hRTiHcMs' },
    })
  })

  it('knows room ids from anything else', () => {
    expect(isRoomId(roomIdOf(fixed))).toBe(true)
    for (const wrong of [
      '',
      '__proto__',
      'constructor',
      roomIdOf(fixed).slice(1),
      `${roomIdOf(fixed)}A`,
      5,
    ]) {
      expect(isRoomId(wrong), String(wrong)).toBe(false)
    }
  })
})
