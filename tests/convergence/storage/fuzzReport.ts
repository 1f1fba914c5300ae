/** What a run says at its end: what was done, what went wrong on purpose, what was checked. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeTally, plainTally, type WorldTally } from './worldTally.ts'

export interface FuzzRun {
  readonly title: string
  readonly seed: number
  readonly seconds: number
  readonly tally: WorldTally
}

/** For people; and, when `npm run fuzz` asks for it, as a file that it adds up. */
export function reportRun({ title, seed, seconds, tally }: FuzzRun): void {
  process.stdout.write(`${title}: seed ${seed}, ${seconds.toFixed(1)} s\n${describeTally(tally)}\n`)
  const folder = process.env['ETAPPE_FUZZ_REPORT']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  const name = `${title.replaceAll(/\W+/g, '-')}.json`
  writeFileSync(join(folder, name), JSON.stringify({ seconds, ...plainTally(tally) }))
}
