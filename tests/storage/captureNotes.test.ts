import { beforeEach, describe, expect, it } from 'vitest'
import { createCaptureNotes } from '../../src/storage/captureNotes.ts'
import { removeWorkshopData } from '../../src/storage/removeWorkshopData.ts'
import { openDatabase, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

const note = {
  what: 'picture',
  path: '/w/x/outline',
  place: { kind: 'card', id: 'c1' },
  at: 5,
} as const

describe('the note about an open camera', () => {
  it('is there after the app was closed, until the photo came back', async () => {
    const database = await openDatabase()
    await createCaptureNotes(database).begin(WORKSHOP, note)
    const later = createCaptureNotes(database)
    expect(await later.find(WORKSHOP)).toEqual({ ok: true, value: note })
    expect(await later.find('another')).toEqual({ ok: true, value: null })
    await later.end(WORKSHOP)
    expect(await later.find(WORKSHOP)).toEqual({ ok: true, value: null })
  })

  it('goes with its workshop', async () => {
    const database = await openDatabase()
    const notes = createCaptureNotes(database)
    await notes.begin(WORKSHOP, note)
    await removeWorkshopData(database, WORKSHOP, ['map'])
    expect(await notes.find(WORKSHOP)).toEqual({ ok: true, value: null })
  })

  it('that another version wrote is no note', async () => {
    const database = await openDatabase()
    const notes = createCaptureNotes(database)
    await notes.begin(WORKSHOP, { ...note, what: 'hologram' as never })
    expect(await notes.find(WORKSHOP)).toEqual({ ok: true, value: null })
  })
})
