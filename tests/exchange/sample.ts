/** The synthetic workshop as files and as zip, for tests; read from the repository's fixtures. */
import { readdirSync, readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { type InputFile, inputFileOf } from '../../src/exchange/inputFile.ts'

const folder = new URL('../fixtures/bahnreise/', import.meta.url)

export type Contents = Readonly<Record<string, Uint8Array>>

export function sampleContents(): Contents {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]))
}

export function filesOf(contents: Contents): InputFile[] {
  return Object.entries(contents).map(([name, bytes]) => inputFileOf(name, bytes))
}

export function zipFileOf(contents: Contents, prefix = '', name = 'bahnreise.zip'): InputFile {
  const entries = Object.entries(contents).map(([entry, bytes]) => [`${prefix}${entry}`, bytes] as const)
  return inputFileOf(name, zipSync(Object.fromEntries(entries)))
}

/** The sample with one table's text changed. */
export function sampleWith(name: string, change: (text: string) => string): Contents {
  const contents = sampleContents()
  const text = new TextDecoder().decode(contents[name])
  const changed = change(text)
  if (changed === text) throw new Error(`${name} was not changed`)
  return { ...contents, [name]: new TextEncoder().encode(changed) }
}
