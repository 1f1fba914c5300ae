import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { APP_VERSION } from '../../src/shared/appVersion.ts'

it('files say the version that package.json names', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  expect(APP_VERSION).toBe((JSON.parse(text) as { version: string }).version)
})
