import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MediaNoteContext, mediaNote } from '../../src/canvas/projection/mediaNote.ts'
import { wrapped } from '../../src/canvas/projection/MissingPicture.tsx'
import { MediaUrlContext, SceneOps } from '../../src/canvas/projection/SceneOps.tsx'
import { translator } from '../../src/i18n/translate.ts'
import { createRecord } from '../../src/model/commands/createRecord.ts'
import type { Patch } from '../../src/model/patch.ts'
import { must, newWorkshop } from '../model/support/testWorkshop.ts'

const PREVIEW = 'data:image/jpeg;base64,AAAA'

function withPicture(fields: Patch<'media'>) {
  const { workshop, actor } = newWorkshop()
  const id = must(
    createRecord(workshop, actor, { table: 'media', fields: { sha256: 'a'.repeat(64), ...fields } }),
  )
  const note = (locale: 'de' | 'en' = 'en') => mediaNote(workshop.snapshot(), id, translator(locale), locale)
  return { id, note }
}

describe('a picture that has not arrived', () => {
  it('is said to be with the device that has it, with its size', () => {
    const { note } = withPicture({ deviceName: 'Annas Tablet', bytes: 2_140_000 })
    expect(note('de')?.text).toBe('Bild noch bei Annas Tablet (2,1 MB)')
  })

  it('is said to be with whoever took it where no device is named', () => {
    const { note } = withPicture({ bytes: 84_000 })
    expect(note()?.text).toBe('Picture still with Anna (84 kB)')
  })

  it('never makes the page fetch what another device wrote into its preview', () => {
    expect(withPicture({ preview: 'https://elsewhere.example/x.png' }).note()?.preview).toBe('')
    expect(withPicture({ preview: PREVIEW }).note()?.preview).toBe(PREVIEW)
  })

  it('has its place on the card, with the blurred idea of it and the words, until it arrives', () => {
    const { id, note } = withPicture({ preview: PREVIEW, deviceName: 'Annas Tablet' })
    const ops = [{ kind: 'picture', x: 0, y: 0, width: 40, height: 30, mediaId: id }] as const
    const draw = (url: string | undefined) => (
      <MediaUrlContext value={() => url}>
        <MediaNoteContext value={() => note()}>
          <svg>
            <SceneOps ops={ops} />
          </svg>
        </MediaNoteContext>
      </MediaUrlContext>
    )
    const { container, rerender } = render(draw(undefined))
    expect(container.querySelector('image')?.getAttribute('href')).toBe(PREVIEW)
    expect(screen.getByText(/Picture still/)).toBeTruthy()
    rerender(draw('blob:here'))
    expect(container.querySelector('image')?.getAttribute('href')).toBe('blob:here')
    expect(screen.queryByText(/Picture still/)).toBeNull()
  })

  it('keeps its words inside: whole words, and a mark where some are left off', () => {
    expect(wrapped('Picture still with Anna', 14, 3)).toEqual(['Picture still', 'with Anna'])
    expect(wrapped('one two three four five', 4, 2)).toEqual(['one', 'two …'])
  })
})
