/**
 * What a recording is, by its first bytes and never by its name: only containers that browsers play without running
 * anything. The type that is kept is ours, one of a handful.
 */
export interface RecordingFormat {
  readonly container: 'webm' | 'mp4' | 'ogg' | 'mp3' | 'wav' | 'aac' | '3gp'
  readonly audio: string
  readonly video: string | null
}

const WEBM: RecordingFormat = { container: 'webm', audio: 'audio/webm', video: 'video/webm' }
const MP4: RecordingFormat = { container: 'mp4', audio: 'audio/mp4', video: 'video/mp4' }
const OGG: RecordingFormat = { container: 'ogg', audio: 'audio/ogg', video: 'video/ogg' }
const MP3: RecordingFormat = { container: 'mp3', audio: 'audio/mpeg', video: null }
const WAV: RecordingFormat = { container: 'wav', audio: 'audio/wav', video: null }
const AAC: RecordingFormat = { container: 'aac', audio: 'audio/aac', video: null }
const THREE_GP: RecordingFormat = { container: '3gp', audio: 'audio/3gpp', video: 'video/3gpp' }

/** Brands of pictures in the same container. */
const PICTURE_BRANDS = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif|avis)$/

export function recordingFormat(bytes: Uint8Array): RecordingFormat | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  const brand = start.slice(8, 12)
  if (start.startsWith('\x1a\x45\xdf\xa3')) return WEBM
  if (start.slice(4, 8) === 'ftyp') {
    if (PICTURE_BRANDS.test(brand)) return null
    return brand.startsWith('3g') ? THREE_GP : MP4
  }
  if (start.startsWith('OggS')) return OGG
  if (start.startsWith('ID3')) return MP3
  if (start.startsWith('RIFF') && brand === 'WAVE') return WAV
  const sync = (bytes[0] ?? 0) === 0xff ? (bytes[1] ?? 0) : 0
  if ((sync & 0xf6) === 0xf0) return AAC
  return (sync & 0xe0) === 0xe0 ? MP3 : null
}
