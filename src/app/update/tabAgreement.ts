/**
 * Asks every tab of this browser whether it may be reloaded, and tells them when all agree. A tab that does not answer
 * counts as "no": it may be frozen in the background with something unsaved.
 */
import type { Disposer } from '../../shared/disposer.ts'
import type { Timers } from '../../shared/timers.ts'
import type { BusyReason } from './readiness.ts'

/** What another tab says, or that it says nothing. */
export type TabObjection = BusyReason | 'silent'

export interface TabMessenger {
  readonly post: (message: unknown) => void
  readonly listen: (receive: (message: unknown) => void) => Disposer
}

export interface TabAgreementOptions {
  readonly tabId: string
  readonly messenger: TabMessenger
  /** Ids of all open tabs, this one included. */
  readonly openTabs: () => Promise<readonly string[]>
  readonly timers: Timers
  readonly busy: () => BusyReason | null
  /** All agreed: save what is left and get ready to be reloaded. */
  readonly onAgreed: () => void
  readonly answerWithinMs?: number
}

export interface TabAgreement {
  /** Null when every tab agreed (and was told so); otherwise why not. Objections of this tab come first. */
  readonly ask: () => Promise<TabObjection | null>
  readonly close: Disposer
}

type Message =
  | { readonly type: 'ask'; readonly round: string }
  | {
      readonly type: 'answer'
      readonly round: string
      readonly tab: string
      readonly busy: BusyReason | null
    }
  | { readonly type: 'agreed' }

export function createTabAgreement(options: TabAgreementOptions): TabAgreement {
  const { tabId, messenger } = options
  const answers = new Map<string, Map<string, BusyReason | null>>()
  const post = (message: Message) => messenger.post(message)
  const stop = messenger.listen((raw) => {
    const message = readMessage(raw)
    if (message?.type === 'ask')
      post({ type: 'answer', round: message.round, tab: tabId, busy: options.busy() })
    if (message?.type === 'answer') answers.get(message.round)?.set(message.tab, message.busy)
    if (message?.type === 'agreed') options.onAgreed()
  })
  let rounds = 0
  return {
    ask: async () => {
      const own = options.busy()
      if (own !== null) return own
      const others = (await options.openTabs()).filter((tab) => tab !== tabId)
      const round = `${tabId}/${String((rounds += 1))}`
      const heard = new Map<string, BusyReason | null>()
      answers.set(round, heard)
      if (others.length > 0) post({ type: 'ask', round })
      await waitForAll(options, () => others.every((tab) => heard.has(tab)))
      answers.delete(round)
      const objection = objectionOf(others, heard)
      if (objection === null) post({ type: 'agreed' })
      return objection
    },
    close: stop,
  }
}

function objectionOf(
  others: readonly string[],
  heard: ReadonlyMap<string, BusyReason | null>,
): TabObjection | null {
  for (const busy of heard.values()) if (busy !== null) return busy
  return others.every((tab) => heard.has(tab)) ? null : 'silent'
}

const LOOK_EVERY_MS = 50

async function waitForAll(options: TabAgreementOptions, done: () => boolean): Promise<void> {
  let left = options.answerWithinMs ?? 1500
  while (!done() && left > 0) {
    await new Promise<void>((resolve) => {
      options.timers.after(LOOK_EVERY_MS, resolve)
    })
    left -= LOOK_EVERY_MS
  }
}

function readMessage(raw: unknown): Message | null {
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return null
  if (raw.type === 'agreed') return { type: 'agreed' }
  if (!('round' in raw) || typeof raw.round !== 'string') return null
  if (raw.type === 'ask') return { type: 'ask', round: raw.round }
  if (raw.type !== 'answer' || !('tab' in raw) || typeof raw.tab !== 'string' || !('busy' in raw)) return null
  const busy = raw.busy
  if (busy !== null && busy !== 'unsaved' && busy !== 'typing' && busy !== 'presenting') return null
  return { type: 'answer', round: raw.round, tab: raw.tab, busy }
}
