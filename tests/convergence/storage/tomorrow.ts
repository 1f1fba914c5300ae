/**
 * A newer app in the same workshop: it writes a table and fields that this version does not know. What it wrote must
 * come through everything that this version does.
 */
import * as Y from 'yjs'
import { WorkshopOrigin } from '../../../src/model/origins.ts'
import type { FuzzWorld } from './FuzzWorld.ts'
import { count } from './worldTally.ts'

const NEWER_APP = new WorkshopOrigin('import')

export function writeFromTomorrow(world: FuzzWorld): void {
  const tabs = world.openTabs.filter(({ name }) => name === 0)
  const tab = tabs[world.pick(Math.max(1, tabs.length))]
  const which = world.pick(1_000)
  if (tab === undefined) return
  const { map } = tab.docs
  const word = `dream${which}-${world.dreams.size}`
  tab.unsaved.add(word)
  map.transact(() => {
    const dream = new Y.Map()
    map.getMap('dreams').set(word, dream)
    dream.set('text', word)
    const cards = [...map.getMap<Y.Map<unknown>>('cards').values()]
    cards[which % Math.max(1, cards.length)]?.set('hologram', { word })
  }, NEWER_APP)
  world.dreams.add(word)
  count(world.tally.events, 'written by a newer app')
}

/** Records of the newer app that nobody may have lost and that are not there. */
export function lostDreams(world: FuzzWorld, map: Y.Doc): readonly string[] {
  const held = map.getMap('dreams')
  return [...world.dreams].filter((word) => !held.has(word))
}
