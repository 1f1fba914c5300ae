/** The two headers that speak of parts of a file, read strictly: what is not understood is refused or ignored as told. */

export interface UploadRange {
  readonly start: number
  readonly total: number
}

/** Of a `PUT` with `length` bytes: the whole file without the header; null when header and length contradict. */
export function readContentRange(header: string | undefined, length: number): UploadRange | null {
  if (header === undefined) return { start: 0, total: length }
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header)
  if (match === null) return null
  const [start, last, total] = match.slice(1).map(Number) as [number, number, number]
  return last - start + 1 === length && length > 0 && last < total ? { start, total } : null
}

export interface ByteRange {
  readonly start: number
  /** Inclusive. */
  readonly last: number
}

/** Of a `GET`: null for the whole file (also when there are several ranges), `outside` when nothing of it is in range. */
export function readRange(header: string | undefined, size: number): ByteRange | 'outside' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  const [, from = '', to = ''] = match ?? []
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > last ? 'outside' : { start, last }
}
