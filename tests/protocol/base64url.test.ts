import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from '../../src/protocol/base64url.ts'

test.prop([fc.uint8Array({ maxLength: 80 })], { seed: 41 })('bytes come back as they were', (bytes) => {
  expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
  expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes)
})

test.prop(
  [fc.string({ unit: fc.constantFrom('A', 'Q', 'g', 'w', 'Z', 'z', '0', '9', '-', '_'), maxLength: 12 })],
  { seed: 42 },
)('a text has one spelling or none', (text) => {
  const bytes = decodeBase64url(text)
  if (bytes !== null) expect(encodeBase64url(bytes)).toBe(text)
})

it('refuses padding, plain base64 letters, blanks and endings with stray bits', () => {
  for (const text of ['AA==', 'A+/A', 'AA A', 'A', 'AB', 'AAB', 'é'])
    expect(decodeBase64url(text), text).toBeNull()
})
