import { describe, expect, it } from 'vitest'
import {
  isRelayDocument,
  mayCreateRoom,
  mayRead,
  mayWrite,
  RELAY_DOCUMENTS,
} from '../../src/protocol/access.ts'
import { ROLES } from '../../src/protocol/capability.ts'

describe('who may do what', () => {
  it('lets each role write exactly its documents', () => {
    const table = Object.fromEntries(
      ROLES.map((role) => [role, RELAY_DOCUMENTS.filter((document) => mayWrite(role, document))]),
    )
    expect(table).toEqual({
      moderator: ['map', 'stage', 'review'],
      writer: ['map', 'review'],
      reviewer: ['review'],
      reader: [],
    })
  })

  it('lets everybody with a link read everything, and only the moderator create a room', () => {
    for (const role of ROLES) {
      for (const document of RELAY_DOCUMENTS) expect(mayRead(role, document)).toBe(true)
      expect(mayCreateRoom(role)).toBe(role === 'moderator')
    }
  })

  it('refuses documents it does not know, for everybody', () => {
    for (const name of ['survey-1', '', '__proto__', 'constructor', 'Map', 'map ']) {
      expect(isRelayDocument(name), name).toBe(false)
      for (const role of ROLES)
        expect(mayWrite(role, name) || mayRead(role, name), `${role} ${name}`).toBe(false)
    }
  })
})
