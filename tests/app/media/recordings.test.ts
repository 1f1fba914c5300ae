import { describe, expect, it } from 'vitest'
import { recordingFormat } from '../../../src/app/media/recordingFormat.ts'
import { withoutNotes } from '../../../src/app/media/withoutNotes.ts'
import { shownMime } from '../../../src/app/session/mediaUrls.ts'
import { heic, quadrants, SVG, u32 } from '../pictures/photoFiles.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const box = (type: string, ...parts: readonly Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), latin(type), body])
}

const PLACE = latin('+48.1374+011.5755/GPSSECRET')
const SAMPLES = latin('the sound and the picture, GPSSECRET by chance')
const ftyp = box('ftyp', latin('mp42'), u32(0))
const film = () =>
  Buffer.concat([
    ftyp,
    box(
      'moov',
      box('mvhd', Buffer.alloc(20, 1)),
      box('trak', box('tkhd', Buffer.alloc(8, 2)), box('udta', PLACE)),
      box('udta', box('\xa9xyz', PLACE)),
      box('meta', u32(0), box('keys', latin('com.apple.quicktime.location.ISO6709')), box('ilst', PLACE)),
    ),
    box('uuid', PLACE),
    box('mdat', SAMPLES),
  ])

describe('a recording', () => {
  it.each([
    [latin('\x1a\x45\xdf\xa3....webm'), 'webm'],
    [ftyp, 'mp4'],
    [box('ftyp', latin('M4A '), u32(0)), 'mp4'],
    [box('ftyp', latin('qt  '), u32(0)), 'mp4'],
    [box('ftyp', latin('3gp4'), u32(0)), '3gp'],
    [latin('OggS\0\x02'), 'ogg'],
    [latin('ID3\x03'), 'mp3'],
    [latin('\xff\xfb\x90\x00'), 'mp3'],
    [latin('\xff\xf1\x50\x80'), 'aac'],
    [latin('RIFF....WAVEfmt '), 'wav'],
  ])('is known by its first bytes (%#)', (bytes, container) => {
    expect(recordingFormat(bytes)?.container).toBe(container)
  })

  it.each([quadrants(), heic(), latin(SVG), latin('<html>'), latin('%PDF-1.7'), Buffer.alloc(0)])(
    'is nothing else, whatever it is called (%#)',
    (bytes) => {
      expect(recordingFormat(bytes)).toBeNull()
    },
  )

  it('keeps its sound and picture and every length, and nothing of what the camera noted', () => {
    const source = film()
    const clean = Buffer.from(withoutNotes(source))
    expect(clean.length).toBe(source.length)
    const notes = clean.subarray(0, clean.indexOf('mdat'))
    for (const secret of ['GPSSECRET', '48.1374', 'location', 'udta', 'meta', 'uuid'])
      expect(notes.includes(secret), secret).toBe(false)
    expect(clean.subarray(clean.indexOf('mdat'))).toEqual(source.subarray(source.indexOf('mdat')))
    expect(clean.includes('mvhd') && clean.includes('tkhd')).toBe(true)
    expect(source.includes('GPSSECRET')).toBe(true)
  })

  it('that is not built as it says is left as it is rather than damaged', () => {
    const broken = Buffer.concat([ftyp, u32(0xffff_ff00), latin('moov'), latin('udta')])
    expect(Buffer.from(withoutNotes(broken))).toEqual(broken)
  })

  it('and a picture get no address under which something could run', () => {
    for (const mime of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'video/mp4;x=<script>', ''])
      expect(shownMime(mime)).toBe('application/octet-stream')
    for (const mime of ['image/jpeg', 'audio/webm', 'video/mp4']) expect(shownMime(mime)).toBe(mime)
  })
})
