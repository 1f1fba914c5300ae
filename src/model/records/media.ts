/** A picture, PDF page, sound or film beside the document: the bytes are found by their hash, never stored here. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { matching, number, nullable, oneOf, string } from '../field.ts'

export type MediaId = Id<'media'>

export const mediaKinds = ['picture', 'pdfPage', 'audio', 'video'] as const

const sha256 = () => matching(/^([0-9a-f]{64})?$/)

export const mediaRecord = defineRecord({
  kind: 'media',
  table: 'media',
  document: 'map',
  fields: {
    kind: oneOf(mediaKinds, 'picture'),
    sha256: sha256(),
    mime: string(),
    bytes: number(0, 0),
    width: number(0, 0),
    height: number(0, 0),
    /** Seconds, for sound and film. */
    duration: nullable(number(0, 0)),
    /** Page of the PDF it was taken from, from 1. */
    page: nullable(number(1, 1)),
    /** A tiny blurred picture as a `data:` address, shown until the bytes are here. */
    preview: string(),
    name: string(),
    description: string(),
    /** The device that has the bytes, for "photo still on Anna's tablet". */
    deviceName: string(),
  },
})

export type Media = RecordOf<typeof mediaRecord>
