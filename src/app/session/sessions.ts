/**
 * The workshops that are open in this tab, each once however many screens show it. A workshop stays open for a moment
 * after the last screen let go, so that going from the map to the wall does not load it anew, and for as long as this
 * tab is the only place where some of its work is.
 */
import type { Disposer } from '../../shared/disposer.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import type { Timers } from '../../shared/timers.ts'
import { systemTimers } from '../../shared/timers.ts'
import type { OpenFailure } from './openFailure.ts'
import type { WorkshopSession } from './workshopSession.ts'

export type OpenResult = Result<WorkshopSession, OpenFailure>

export interface HeldSession {
  readonly opened: Promise<OpenResult>
  readonly release: Disposer
}

export interface Sessions {
  readonly hold: (workshopId: string) => HeldSession
  /** For a workshop that was just created, joined or read: it is open already. */
  readonly adopt: (session: WorkshopSession) => void
  /** Saves and lets go at once, whoever holds it: before it is removed from this device. */
  readonly end: (workshopId: string) => Promise<void>
  /** Those that are open now, also when no screen shows them because they could not be saved yet. */
  readonly open: () => readonly WorkshopSession[]
}

interface Slot {
  readonly opened: Promise<OpenResult>
  session: WorkshopSession | null
  holders: number
  stopClosing: Disposer
}

const LINGER_MS = 3_000

export function createSessions(
  openOne: (workshopId: string) => Promise<OpenResult>,
  timers: Timers = systemTimers,
): Sessions {
  const slots = new Map<string, Slot>()
  /** A workshop is opened again only after its last closing is through: two supervisors would fight. */
  const closing = new Map<string, Promise<void>>()
  const close = async (session: WorkshopSession): Promise<void> => {
    const { workshopId } = session
    slots.delete(workshopId)
    const closed = session.close()
    closing.set(workshopId, closed)
    await closed
    if (closing.get(workshopId) === closed) closing.delete(workshopId)
  }
  const closeLater = (workshopId: string, slot: Slot): void => {
    slot.stopClosing = timers.after(LINGER_MS, () => {
      void slot.opened.then(({ ok: isOpen }) => {
        if (isOpen && slots.get(workshopId) === slot) closeWhenKept(slot, (one) => void close(one))
      })
    })
  }
  const put = (workshopId: string, opened: Promise<OpenResult>): Slot => {
    const slot: Slot = { opened, session: null, holders: 0, stopClosing: () => undefined }
    slots.set(workshopId, slot)
    void opened.then((result) => {
      if (result.ok) slot.session = result.value
      else if (slots.get(workshopId) === slot) slots.delete(workshopId)
    })
    return slot
  }
  const begin = (workshopId: string): Promise<OpenResult> =>
    Promise.resolve(closing.get(workshopId)).then(() => openOne(workshopId))
  return {
    hold: (workshopId) => {
      const slot = slots.get(workshopId) ?? put(workshopId, begin(workshopId))
      slot.stopClosing()
      slot.holders += 1
      const release = onlyOnce(() => {
        slot.holders -= 1
        if (slot.holders === 0 && slots.get(workshopId) === slot) closeLater(workshopId, slot)
      })
      return { opened: slot.opened, release }
    },
    adopt: (session) => {
      const slot = put(session.workshopId, Promise.resolve(ok(session)))
      slot.session = session
      closeLater(session.workshopId, slot)
    },
    end: async (workshopId) => {
      const session = slots.get(workshopId)?.session ?? null
      slots.get(workshopId)?.stopClosing()
      if (session !== null) await close(session)
      await closing.get(workshopId)
    },
    open: () => [...slots.values()].flatMap((slot) => slot.session ?? []),
  }
}

function onlyOnce(run: Disposer): Disposer {
  let hasRun = false
  return () => {
    if (!hasRun) run()
    hasRun = true
  }
}

function closeWhenKept(slot: Slot, close: (session: WorkshopSession) => void): void {
  const { session } = slot
  if (session === null || slot.holders > 0) return
  if (isKept(session)) return close(session)
  slot.stopClosing = session.persistence.status.subscribe(() => {
    if (slot.holders > 0 || !isKept(session)) return
    slot.stopClosing()
    close(session)
  })
  // Saving is tried again by itself; asking for it now only makes it sooner.
  session.persistence.retry()
}

/** True when closing takes nothing away: all of it is stored, or it was never to be stored any more. */
function isKept({ persistence }: WorkshopSession): boolean {
  const status = persistence.status.get()
  if (status.state === 'notSaved') return status.failure.code === 'removed'
  return status.state === 'saved' || status.state === 'loadFailed'
}
