/**
 * Embeds each photo once, however often it is shown. Not by jsPDF: it takes a Huffman table before the frame header for
 * the frame header and prints noise.
 */
import type { PosterPictures } from '../posterJob.ts'
import { binaryString, type Hooks, type JsPdfInternals } from './jsPdfInternals.ts'
import { type Jpeg, readJpeg } from './readJpeg.ts'

interface PictureSlot {
  /** What the page content calls the picture. */
  readonly name: string
  readonly jpeg: Jpeg
}

export interface PictureSlots {
  /** Null when there is no such photo, or it cannot be read. */
  readonly use: (mediaId: string) => PictureSlot | null
}

const COLOUR_SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const

export function createPictureSlots(
  internals: JsPdfInternals,
  hooks: Hooks,
  pictures: PosterPictures,
): PictureSlots {
  const slots = new Map<string, PictureSlot | null>()
  const numbers = new Map<string, number>()
  const used = (): readonly PictureSlot[] => [...slots.values()].filter((slot) => slot !== null)
  hooks.on('putResources', () => {
    for (const { name, jpeg } of used()) numbers.set(name, putPicture(internals, jpeg))
  })
  hooks.on('putXobjectDict', () => {
    for (const [name, number] of numbers) internals.write(`/${name} ${number} 0 R`)
  })
  return {
    use: (mediaId) => {
      const known = slots.get(mediaId)
      if (known !== undefined) return known
      const bytes = pictures.get(mediaId)
      const jpeg = bytes ? readJpeg(bytes) : null
      const slot = jpeg && { name: `P${used().length + 1}`, jpeg }
      slots.set(mediaId, slot)
      return slot
    },
  }
}

function putPicture(internals: JsPdfInternals, { bytes, width, height, components }: Jpeg): number {
  const objectId = internals.newObject()
  // Written by hand, because jsPDF would compress the compressed bytes once more. Cameras' printing colours are inverted.
  const inverted = components === 4 ? '/Decode[1 0 1 0 1 0 1 0]' : ''
  internals.write(
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${COLOUR_SPACES[components]}` +
      `/BitsPerComponent 8${inverted}/Filter/DCTDecode/Length ${bytes.length}>>`,
  )
  internals.write('stream')
  internals.write(binaryString(bytes))
  internals.write('endstream')
  internals.write('endobj')
  return objectId
}
