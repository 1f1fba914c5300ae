import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { writeFolder, writeOutput } from '../../src/cli/writeOutput.ts'
import { scratchFolder } from './cliRun.ts'

const scratch = scratchFolder()
afterAll(scratch.remove)

const bytes = (text: string) => new TextEncoder().encode(text)

describe('writing a folder of files', () => {
  it('leaves neither files nor the folder when one of them cannot be written', async () => {
    const folder = scratch.path('new')
    const files = [
      { name: 'a.csv', bytes: bytes('a') },
      { name: 'no/such/place.csv', bytes: bytes('b') },
    ]
    expect(await writeFolder(folder, files)).toBe(false)
    expect(existsSync(folder)).toBe(false)
  })

  it('puts back what stood there when a later file cannot take its place', async () => {
    const folder = scratch.path('old')
    mkdirSync(`${folder}/b.csv/full`, { recursive: true })
    mkdirSync(`${folder}/b.csv.before/full`, { recursive: true })
    writeFileSync(`${folder}/a.csv`, 'before')
    const files = [
      { name: 'a.csv', bytes: bytes('after') },
      { name: 'b.csv', bytes: bytes('after') },
    ]
    expect(await writeFolder(folder, files)).toBe(false)
    expect(readFileSync(`${folder}/a.csv`, 'utf8')).toBe('before')
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'b.csv', 'b.csv.before'])
  })

  it('replaces what is there and leaves nothing beside it', async () => {
    const folder = scratch.path('kept')
    mkdirSync(folder)
    writeFileSync(`${folder}/a.csv`, 'before')
    writeFileSync(`${folder}/other.txt`, 'mine')
    expect(await writeFolder(folder, [{ name: 'a.csv', bytes: bytes('after') }])).toBe(true)
    expect(await writeOutput(`${folder}/one.json`, bytes('{}'))).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'one.json', 'other.txt'])
    expect(readFileSync(`${folder}/a.csv`, 'utf8')).toBe('after')
  })
})
