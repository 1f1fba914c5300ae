import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missingCharacters, missingPictures } from '../../src/poster/notDrawn.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'
import { featureScene } from './featureScene.ts'

const jpeg = new Uint8Array(readFileSync(new URL('../fixtures/poster/quadrants.jpg', import.meta.url)))

describe('what a poster cannot show is said before it is printed', () => {
  it('lists characters that no shipped font has, each once', () => {
    expect(missingCharacters(featureScene(), shippedMetrics())).toEqual(['東', '京'])
  })

  it('lists photos that are not here or cannot be read', () => {
    expect(missingPictures(featureScene(), new Map([['photo', jpeg]]))).toEqual(['elsewhere'])
    const broken = jpeg.subarray(0, 40)
    expect(missingPictures(featureScene(), new Map([['photo', broken]]))).toEqual(['photo', 'elsewhere'])
  })
})
