import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sample = join(root, 'tests/fixtures/bahnreise')
// Inside the package, so that the bundle finds its libraries and the fonts as the installed one does.
const folder = mkdtempSync(join(root, 'node_modules', '.etappe-cli-'))

function etappe(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'etappe.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', ...env },
  })
  return { status, stdout, stderr }
}

describe('the command line as a program', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await build({ root, mode: 'cli', logLevel: 'error', build: { outDir: folder, emptyOutDir: false } })
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('converts and prints with exit code 0, paths being those of the caller', () => {
    expect(etappe(['convert', sample, 'out.json'])).toEqual({
      status: 0,
      stdout: 'out.json written.\n',
      stderr: '',
    })
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({
      format: 'etappe-workshop',
    })
    const poster = etappe(['poster', sample, 'out.pdf', '--size', 'A0', '--lang', 'de'])
    expect(poster).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(folder, 'out.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('ends with 1 for bad input and 2 for wrong use, in the language of the system', () => {
    expect(etappe(['convert', 'nowhere', 'x.json'], { LC_ALL: 'de_DE.UTF-8' })).toEqual({
      status: 1,
      stdout: '',
      stderr: 'nowhere: Diese Datei oder diesen Ordner gibt es nicht.\nEs wurde nichts geschrieben.\n',
    })
    expect(etappe(['frob'])).toEqual({
      status: 2,
      stdout: '',
      stderr: '“frob” is no command.\nTry npm run etappe -- --help.\n',
    })
    expect(etappe(['--help']).status).toBe(0)
  })
})
