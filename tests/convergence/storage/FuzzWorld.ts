/**
 * One world of a run: devices with disks, the relay, and everything that is known about what they owe. Knows how things
 * stand and how to bring all of it to rest; what happens in it is drawn in `worldSteps.ts`.
 */
import type { PersonId } from '../../../src/model/records/person.ts'
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import { createTokens, type Tokens } from '../tokens.ts'
import { checkQuiet } from './checkQuiet.ts'
import { FuzzDevice } from './FuzzDevice.ts'
import type { FuzzTab } from './FuzzTab.ts'
import { Hub } from './hub.ts'
import { settle, settleOrRest, settleUntil } from './settle.ts'
import { troubleOf } from './storageFaults.ts'
import type { PastUpdate } from './thePast.ts'
import type { WorldRules } from './worldRules.ts'
import { count, type WorldTally } from './worldTally.ts'
import { VirtualTime } from './virtualTime.ts'

export interface FuzzWorldOptions {
  readonly seed: number
  readonly rules: WorldRules
  readonly persons: readonly PersonId[]
  readonly locks: Pick<LockManager, 'request'> | null
  readonly tally: WorldTally
  /** What a device of long ago has not sent yet. */
  readonly past: readonly PastUpdate[]
}

const YEAR_MS = 365 * 24 * 3_600_000
const CLIENTS_PER_TAB = 10

export class FuzzWorld {
  readonly seed: number
  readonly rules: WorldRules
  readonly devices: readonly FuzzDevice[]
  readonly hub: Hub
  readonly time = new VirtualTime()
  readonly tokens: Tokens = createTokens()
  readonly tally: WorldTally
  /** What a newer app wrote, each with the card that it wrote on. */
  readonly dreams = new Map<string, string | null>()
  /** Cards that showed a default for a while, because a change overtook the one it builds on. */
  readonly gaps = new Set<string>()
  /** Half of the worlds have a network like ours, where nothing overtakes anything. */
  readonly inOrder: boolean
  readonly hasNewerApp: boolean
  readonly past: PastUpdate[]
  /** More than half of what is to happen has happened. */
  isLate = false
  readonly #next: () => number
  #clients: number

  constructor({ seed, rules, persons, locks, tally, past }: FuzzWorldOptions) {
    this.seed = seed
    this.rules = rules
    this.hasNewerApp = rules.hasNewerApp(seed)
    this.past = [...past]
    this.tally = tally
    this.inOrder = seed % 2 === 0
    this.#next = seededNumbers(seed)
    this.#clients = 1_000_000
    const nextClient = (): number => (this.#clients += CLIENTS_PER_TAB)
    this.hub = new Hub(nextClient())
    this.devices = persons.map(
      (personId, number) =>
        new FuzzDevice({
          key: `w${seed}d${number}`,
          number,
          personId,
          time: this.time,
          // A year behind, right, a year ahead, …: nothing may order by clocks.
          clockWrongByMs: ((number % 3) - 1) * YEAR_MS,
          locks,
          nextClient,
          isNewer: this.hasNewerApp && number % 2 === 0,
        }),
    )
  }

  /** A number below `choices`, the next of this world's sequence. */
  readonly pick = (choices: number): number => Math.floor(this.#next() * choices)

  /** Which of the waiting messages comes next. */
  readonly pickNext = (waiting: number): number =>
    this.inOrder ? 0 : this.pick(Math.min(waiting, this.rules.overtakes))

  get tabs(): readonly FuzzTab[] {
    return this.devices.flatMap((device) => device.tabs)
  }

  get openTabs(): readonly FuzzTab[] {
    return this.tabs.filter(({ state }) => state === 'open')
  }

  /** These words were in one page only, were never said to be saved, and went with it. */
  excuse(words: readonly string[]): void {
    this.tally.diedUnsaved += words.length
    for (const word of words) {
      this.tokens.wasDeleted(word)
      this.dreams.delete(word)
    }
  }

  connect(tab: FuzzTab): void {
    if (tab.state === 'open') tab.disconnect ??= this.hub.connect(tab)
  }

  throwIfBroken(): void {
    const broken = this.devices.find((device) => device.broken !== null)
    if (broken !== undefined) throw new Error(broken.broken ?? '')
  }

  /** Every fault is over: everybody gets to work again, saves, and hears everything. */
  async heal(): Promise<void> {
    for (const { key } of this.devices)
      Object.assign(troubleOf(key), { abortNext: 0, isFull: false, isMute: false })
    for (const device of this.devices) await this.#healDevice(device)
    for (const { document, update } of this.past.splice(0)) this.hub.receive(document, update)
    for (const tab of this.tabs) {
      tab.disconnect?.()
      tab.disconnect = null
      this.connect(tab)
    }
    this.#deliverEverything()
    await this.untilSaved()
    for (const device of this.devices) await checkQuiet(this, device)
    this.throwIfBroken()
  }

  async untilSaved(tabs: readonly FuzzTab[] = this.tabs): Promise<void> {
    for (let round = 0; round < 25; round += 1) {
      // The last ones do not trust a storage that seems to have nothing to do.
      const settled = round < 20 ? settleOrRest : settleUntil
      if (await settled(() => tabs.every((tab) => tab.isSaved), 300)) return
      this.time.pass(31_000)
    }
    const waiting = tabs.filter((tab) => !tab.isSaved).map(({ name, state }) => `${name} (${state})`)
    throw new Error(`devices ${waiting.join(', ')} never came to say "saved" after all faults were over`)
  }

  async #healDevice(device: FuzzDevice): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      for (const tab of device.tabs.slice()) {
        await settleOrRest(() => tab.state !== 'opening', 400)
        if (tab.state !== 'open') this.excuse(device.killTab(tab))
      }
      if (device.tabs.length > 0) return
      const tab = device.openTab()
      if (await settleOrRest(() => tab.state !== 'opening', 2_000)) continue
      this.time.pass(31_000)
      await settle(50)
    }
    throw new Error(`device ${device.number} could not open its workshop after all faults were over`)
  }

  #deliverEverything(): void {
    let isMoving = true
    while (isMoving) {
      isMoving = false
      for (const tab of this.openTabs) {
        while (this.hub.deliverUp(tab, 100)) isMoving = true
        while (this.hub.deliverDown(tab, this.pickNext)) isMoving = true
      }
    }
  }

  /** The next piece of what a device of long ago wrote offline. */
  bringPast(): void {
    const [piece] = this.past.splice(this.pickNext(this.past.length), 1)
    if (piece === undefined) return
    this.hub.receive(piece.document, piece.update)
    if (this.pick(4) === 0) this.past.push(piece)
    count(this.tally.events, 'from the past')
  }

  /** Before somebody works there: whoever takes back what was done on top of a gap comes back to the gap. */
  noteGaps(tab: FuzzTab): void {
    if (this.inOrder) return
    const { cards } = tab.workshop.snapshot()
    if (cards === tab.seenCards) return
    tab.seenCards = cards
    for (const card of cards.values()) if (card.source === '') this.gaps.add(card.id)
  }

  async destroy(): Promise<void> {
    for (const device of this.devices) await device.powerOff()
    this.hub.destroy()
  }
}
