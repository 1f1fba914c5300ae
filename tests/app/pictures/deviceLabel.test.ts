import { describe, expect, it } from 'vitest'
import { deviceLabel } from '../../../src/app/pictures/deviceLabel.ts'

describe('the name of the device that has a picture', () => {
  it.each([
    ['Anna', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, 'Anna · iPad'],
    ['Anna', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, 'Anna · Mac'],
    ['', 'Mozilla/5.0 (Linux; Android 14; Tab S9)', 5, 'Android'],
    ['Ben', 'something new', 0, 'Ben'],
  ])('%s on %s is found by people', (person, userAgent, maxTouchPoints, expected) => {
    expect(deviceLabel(person, { userAgent, maxTouchPoints })).toBe(expected)
  })
})
