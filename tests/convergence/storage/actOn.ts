/** One operation by whoever sits before a page: drawn from the world, on what that page shows. */
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import { type OperationName, operationNames, operations } from '../operations.ts'
import type { FuzzTab } from './FuzzTab.ts'
import type { FuzzWorld } from './FuzzWorld.ts'

/** What takes back one's own words excuses them, so a part of the worlds does without. */
const TAKES_BACK: readonly OperationName[] = ['undo', 'redo', 'backAndForth']
const ALL: readonly OperationName[] = [
  ...operationNames,
  ...(['addCard', 'typeInto', 'typeInto', 'moveCards', 'editField', 'editField', 'remove', 'rate'] as const),
]
const WITHOUT_UNDO = ALL.filter((name) => !TAKES_BACK.includes(name))

export function actOn(world: FuzzWorld, tab: FuzzTab): void {
  const names = world.seed % 3 === 0 ? WITHOUT_UNDO : ALL
  const operation = names[world.pick(names.length)] ?? 'addCard'
  const next = seededNumbers(world.pick(1_000_000_000))
  const before = tab.workshop.snapshot()
  const mint = (author: number): string => {
    const word = world.tokens.mint(author)
    tab.unsaved.add(word)
    return word
  }
  const pick = (choices: number): number => Math.floor(next() * choices)
  operations[operation]({ replica: tab, tokens: { ...world.tokens, mint }, pick })
  world.tally.acted += 1
  if (tab.workshop.snapshot() !== before) world.tally.effective += 1
}
