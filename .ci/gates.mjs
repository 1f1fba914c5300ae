/** The gates, in the order in which a mistake is cheapest to find. `npm test` and `npm run check` both run these. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, fail, root, run, tool } from './ensure.mjs'
import { ensureSystemTools } from './systemTools.mjs'

const reports = join(root, '.cache', 'reports')

function step(title, action) {
  const start = performance.now()
  process.stdout.write(`\n▸ ${title}\n`)
  action()
  process.stdout.write(`  ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
}

export function staticGates() {
  step('format', () => tool('@biomejs/biome', ['format', '.']))
  step('types', () => tool('typescript', ['--project', '.']))
  step('lint', () => tool('oxlint', ['--type-aware', '--quiet']))
  step('boundaries', () => tool('dependency-cruiser', ['src', 'sync-server', '--output-type', 'err']))
  step('dead code', () => tool('knip', []))
  step('notices', () => run(process.execPath, [join(root, '.ci', 'notices.mjs'), '--check']))
}

/** Runs vitest projects and returns the counts; ends the run when a test fails. */
function vitest(name, projects) {
  mkdirSync(reports, { recursive: true })
  const report = join(reports, `${name}.json`)
  tool('vitest', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return JSON.parse(readFileSync(report, 'utf8'))
}

export function testGates() {
  const results = []
  step('unit, component, convergence and relay tests', () =>
    results.push(vitest('node', ['unit', 'component', 'convergence', 'relay'])),
  )
  step('build', ensureBuilt)
  step('bundle budgets', () => tool('size-limit', []))
  step('browser tests', () => results.push(vitest('browser', ['browser'])))
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('numPendingTests') + sum('numTodoTests')
  if (skipped > 0) fail(`${skipped} tests were skipped; nothing may be skipped.`)
  process.stdout.write(`\n${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed\n`)
}

export function prepare() {
  ensureInstalled()
  ensureSystemTools()
}
