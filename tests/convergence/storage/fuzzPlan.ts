/**
 * How much is fuzzed in one run and by whom, from the environment that `npm run fuzz` sets: the same seed gives the same
 * worlds, however many processes share them.
 */
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import failingWorlds from './failingWorlds.json'
import { currentRules, type WorldRules, worldRules } from './worldRules.ts'

/** Test files that share the worlds of a run, so that both cores of a small machine work. */
export const SHARES = 6
/** Together what is wanted of every run of `npm test`: 100,000 that change the workshop, 10,000 of them in a browser. */
const OPERATIONS = { node: 90_000, browser: 10_000 } as const

export interface PlannedWorld {
  readonly seed: number
  readonly rules: WorldRules
}

export interface FuzzPlan {
  readonly seed: number
  /** So many operations must have changed the workshop in the end. */
  readonly operations: number
  /** Without end. */
  readonly worlds: () => Iterator<PlannedWorld, never>
  /** Every world that ever failed: they come first. */
  readonly failedOnce: readonly PlannedWorld[]
  /** Only this one is wanted. */
  readonly only: PlannedWorld | null
}

/** `share` counts from 0. */
export function fuzzPlan(where: keyof typeof OPERATIONS, share = 0, shares = 1): FuzzPlan {
  const { env } = process
  const seed = Number(env['ETAPPE_FUZZ_SEED'] ?? 20_261_122)
  const wanted = Number(env['ETAPPE_FUZZ_OPS'] ?? OPERATIONS[where])
  const only = env['ETAPPE_FUZZ_WORLD']
  const rules = env['ETAPPE_FUZZ_RULES']
  return {
    seed,
    operations: Math.ceil(wanted / shares),
    worlds: () => worldsOf(seed, share, shares),
    failedOnce: failingWorlds
      .filter((_world, index) => index % shares === share)
      .map((world) => ({ seed: world.seed, rules: worldRules(world.rules) })),
    only:
      only === undefined
        ? null
        : { seed: Number(only), rules: rules === undefined ? currentRules : worldRules(Number(rules)) },
  }
}

function* worldsOf(seed: number, share: number, shares: number): Generator<PlannedWorld, never> {
  const next = seededNumbers(seed)
  for (let index = 0; ; index += 1) {
    const world = Math.floor(next() * 1_000_000_000)
    if (index % shares === share) yield { seed: world, rules: currentRules }
  }
}

export function howToRepeat({ seed, rules }: PlannedWorld, where = ''): string {
  const which = rules === currentRules ? '' : ` --rules ${rules.version}`
  return `world ${seed} failed; play it again: npm run fuzz -- ${where}--world ${seed}${which}`
}
