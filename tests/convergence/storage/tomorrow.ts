/**
 * A newer app in the same workshop: it writes tables, fields and texts that this version does not know. What it wrote must
 * come through everything that this version does; and when it says so, this version only reads.
 */
import * as Y from 'yjs'
import { WorkshopOrigin } from '../../../src/model/origins.ts'
import { schemaVersion } from '../../../src/model/schema.ts'
import type { FuzzTab } from './FuzzTab.ts'
import type { FuzzWorld } from './FuzzWorld.ts'
import { count } from './worldTally.ts'

const NEWER_APP = new WorkshopOrigin('import')

export function writeFromTomorrow(world: FuzzWorld): void {
  const tabs = world.openTabs.filter(({ device, name }) => (world.hasNewerApp ? device.isNewer : name === 0))
  const tab = tabs[world.pick(Math.max(1, tabs.length))]
  const which = world.pick(1_000)
  if (tab === undefined) return
  const word = `dream${which}-${world.dreams.size}`
  tab.unsaved.add(word)
  world.dreams.set(word, dream(tab, which, word))
  count(world.tally.events, 'written by a newer app')
  if (tab.device.isNewer && world.isLate) demandNewerWriter(world, tab)
}

/** Gives the card that it wrote on. */
function dream({ docs: { map } }: FuzzTab, which: number, word: string): string | null {
  const ids = [...map.getMap('cards').keys()]
  const id = ids[which % Math.max(1, ids.length)] ?? null
  map.transact(() => {
    const dream = new Y.Map()
    map.getMap('dreams').set(word, dream)
    dream.set('text', word)
    map.getMap('moods').set(`mood|${word}`, which)
    if (id === null) return
    map.getMap<Y.Map<unknown>>('cards').get(id)?.set('hologram', { word })
    map.getText(`text:${id}:notes`).insert(0, `${word}. `)
  }, NEWER_APP)
  return id
}

/** From now on older apps only read. */
function demandNewerWriter(world: FuzzWorld, { docs: { map } }: FuzzTab): void {
  const meta = map.getMap('meta')
  if (meta.get('minWriter') === schemaVersion + 1) return
  map.transact(() => meta.set('minWriter', schemaVersion + 1), NEWER_APP)
  count(world.tally.events, 'older apps shut out')
}

/** What the newer app wrote, nobody may have lost, and is not there. */
export function lostDreams({ dreams }: FuzzWorld, map: Y.Doc): readonly string[] {
  const [tables, moods, cards] = [
    map.getMap('dreams'),
    map.getMap('moods'),
    map.getMap<Y.Map<unknown>>('cards'),
  ]
  return [...dreams].flatMap(([word, card]) => {
    const record = tables.get(word)
    const isWhole =
      record instanceof Y.Map &&
      record.get('text') === word &&
      moods.has(`mood|${word}`) &&
      (card === null || (isNoted(map, card, word) && cards.get(card)?.has('hologram') === true))
    return isWhole ? [] : [word]
  })
}

function isNoted(map: Y.Doc, card: string, word: string): boolean {
  return map.getText(`text:${card}:notes`).toJSON().includes(`${word}. `)
}
