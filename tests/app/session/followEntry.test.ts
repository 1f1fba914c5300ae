import { describe, expect, it } from 'vitest'
import { withNews } from '../../../src/app/session/followEntry.ts'
import { newWorkshopEntry } from '../../../src/storage/workshopEntry.ts'

const held = newWorkshopEntry('w', 1, {
  role: 'writer',
  secret: 'W',
  personId: 'ben',
  peopleHere: ['ben', 'ana'],
})

describe('a list from the catalogue that arrives late', () => {
  it('does not bring back who sat here before', () => {
    const late = { ...held, personId: 'ana', peopleHere: ['ana'] }
    expect(withNews(held, late)).toEqual(held)
  })

  it('brings a relay and a stronger link, and never takes them away', () => {
    const gained = { role: 'moderator', secret: 'M', relayOrigin: 'https://relay.example' } as const
    const stronger = { ...held, ...gained }
    expect(withNews(held, stronger)).toEqual(stronger)
    expect(withNews(stronger, held)).toEqual(stronger)
  })

  it('brings the key of a room that another tab is making, and never takes it away', () => {
    const moderator = { ...held, role: 'moderator', secret: 'M' } as const
    const making = { ...moderator, nextSecret: 'N' }
    expect(withNews(moderator, making)).toEqual(making)
    expect(withNews(making, { ...moderator, nextSecret: null })).toEqual(making)
  })

  it('gives the key of a new room up when that room is the one that is used', () => {
    const making = { ...held, role: 'moderator', secret: 'M', nextSecret: 'N' } as const
    const made = { ...making, secret: 'N', accessVersion: 1, nextSecret: null, roomClosedAt: null }
    expect(withNews(making, made)).toEqual(made)
  })
})
