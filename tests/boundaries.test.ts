import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'etappe-boundaries-'))
  for (const name of ['src', 'sync-server', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  writeFileSync(join(copy, file), source)
}

function cruise(): { rules: string[]; modules: number } {
  const checker = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const result = spawnSync(process.execPath, [checker, 'src', 'sync-server', '--output-type', 'json'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { summary } = JSON.parse(result.stdout) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] }
  }
  const rules = summary.violations.filter(({ from }) => from.includes('planted')).map(({ rule }) => rule.name)
  return { rules: [...new Set(rules)].sort(), modules: summary.totalCruised }
}

describe('the boundary checker', () => {
  it('reads the whole tree and bites when folders or libraries cross a fence', { timeout: 60_000 }, () => {
    plant(
      'src/model/planted.ts',
      "import 'dexie'\nimport 'react'\nexport { messages } from '../i18n/messages.ts'\n",
    )
    plant('sync-server/planted.ts', "export { MM_PER_POINT } from '../src/layout/scene.ts'\n")
    plant('src/features/plantedA/a.ts', "export { b } from '../plantedB/b.ts'\n")
    plant('src/features/plantedB/b.ts', "import 'tldraw'\nexport const b = 1\n")
    const { modules, rules } = cruise()
    expect(modules).toBeGreaterThan(20)
    expect(rules).toEqual([
      'features-are-strangers',
      'only-src-canvas-uses-tldrawtldraw',
      'only-src-storage-uses-dexie',
      'react-free',
      'relay-imports',
      'src-model-imports',
    ])
  })
})
