/** One operation by whoever sits before a page: drawn from the world, on what that page shows. */
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import { type OperationName, operationNames, operations } from '../operations.ts'
import { createTokens } from '../tokens.ts'
import type { FuzzTab } from './FuzzTab.ts'
import type { FuzzWorld } from './FuzzWorld.ts'
import { isDifferent } from '../isDifferent.ts'
import { count } from './worldTally.ts'

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
  const pick = (choices: number): number => Math.floor(next() * choices)
  if (tab.onlyReads) return tryInVain(world, tab, operation, pick)
  world.noteGaps(tab)
  const before = tab.workshop.snapshot()
  const writtenBefore = tab.changes
  const mint = (author: number): string => {
    const word = world.tokens.mint(author)
    tab.unsaved.add(word)
    return word
  }
  operations[operation]({ replica: tab, tokens: { ...world.tokens, mint }, pick })
  world.tally.acted += 1
  if (tab.changes === writtenBefore || !isDifferent(before, tab.workshop.snapshot())) return
  world.tally.effective += 1
  count(world.tally.operations, operation)
}

/** An app that a newer one has shut out: whatever is tried there, not a byte may change. */
function tryInVain(
  world: FuzzWorld,
  tab: FuzzTab,
  operation: OperationName,
  pick: (choices: number) => number,
): void {
  const before = tab.workshop.snapshot()
  const writtenBefore = tab.changes
  operations[operation]({ replica: tab, tokens: createTokens(), pick })
  if (tab.changes !== writtenBefore || tab.workshop.snapshot() !== before) {
    throw new Error(`an older app that may only read has written all the same (${operation})`)
  }
  if (tab.history.canUndo()) throw new Error('an older app that may only read offers to undo')
  count(world.tally.events, 'refused to an older app')
}
