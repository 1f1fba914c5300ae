/**
 * What holds on one device whenever nothing is on the way between its tabs, whatever its disk and the network do: they
 * agree, what one has goes to the relay through the other, and what a page shows is what a fresh reading would show.
 */
import * as Y from 'yjs'
import { documentNames } from '../../../src/model/documentName.ts'
import { reloaded } from '../../model/support/testWorkshop.ts'
import type { FuzzTab } from './FuzzTab.ts'
import type { FuzzDevice } from './FuzzDevice.ts'
import type { FuzzWorld } from './FuzzWorld.ts'
import { isDifferent } from '../isDifferent.ts'
import { settle } from './settle.ts'

export async function checkQuiet(world: FuzzWorld, device: FuzzDevice): Promise<void> {
  await settle(1)
  const open = device.tabs.filter(({ state }) => state === 'open')
  const [first, second] = open
  if (first === undefined) return
  if (second !== undefined) checkTabsAgree(first, second)
  for (const tab of open) checkShown(tab)
  const connected = open.find((tab) => world.hub.isConnected(tab))
  if (connected !== undefined) checkPassedOn(world, connected, open)
  world.tally.quiet += 1
}

function checkTabsAgree(first: FuzzTab, second: FuzzTab): void {
  for (const name of documentNames) {
    if (Y.equalSnapshots(Y.snapshot(first.docs[name]), Y.snapshot(second.docs[name]))) continue
    throw new Error(`two tabs of device ${first.name} have different things in the ${name}`)
  }
}

function checkShown({ stored, name }: FuzzTab): void {
  const fresh = reloaded(stored)
  const isSame = !isDifferent(fresh.snapshot(), stored.snapshot())
  fresh.destroy()
  if (!isSame) throw new Error(`a page of device ${name} shows something else than it holds`)
}

/** Also what this tab has from the other one, which may be without a connection. */
function checkPassedOn({ hub }: FuzzWorld, connected: FuzzTab, open: readonly FuzzTab[]): void {
  while (hub.deliverUp(connected, 1_000));
  for (const { docs, name } of open) {
    for (const document of documentNames) {
      const [own, relay] = [Y.snapshot(docs[document]), Y.snapshot(hub.docs[document])]
      const isHeld = [...own.sv].every(([client, clock]) => clock <= (relay.sv.get(client) ?? 0))
      const deleted = Y.mergeDeleteSets([relay.ds, own.ds])
      if (isHeld && Y.equalDeleteSets(deleted, Y.mergeDeleteSets([relay.ds]))) continue
      throw new Error(
        `the relay lacks what a tab of device ${name} has in the ${document}, beside a connected one`,
      )
    }
  }
}
