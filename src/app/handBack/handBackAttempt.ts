/**
 * One attempt to hand a device back, apart from any screen: compares when it begins, checks a saved file, removes only
 * what was found to be elsewhere and still is at that moment.
 */
import type { HandBackState } from '../../features/handBack/HandBackDialog.tsx'
import type { HandBackCheck, HandBackReason } from '../../features/handBack/handBackReason.ts'
import type { CloseReason } from '../../protocol/closeCodes.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { createValueStore, type ReadableValue, type ValueStore } from '../../shared/valueStore.ts'
import type { Device } from '../device.ts'
import type { ReasonCode } from '../reasonText.ts'
import type { AppServices } from '../services.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { checkRelay } from './checkRelay.ts'
import { checkSavedFile, type SavedFile } from './checkSavedFile.ts'
import { type RemovalFailure, removeFromDevice } from './removeFromDevice.ts'

/** What the attempt has to say to people, in their language. */
export interface HandBackWords {
  readonly reason: (failure: { readonly code: ReasonCode }) => string
  readonly closeReason: (reason: CloseReason | 'unknown') => string
  readonly changed: () => string
  readonly unexpected: () => string
}

export interface HandBackOptions {
  readonly services: AppServices
  readonly device: Device
  readonly workshopId: string
  readonly words: HandBackWords
  /** How long the relay may take, for tests. */
  readonly withinMs?: number
}

export interface HandBackAttempt {
  readonly state: ReadableValue<HandBackState>
  /** The open workshop, once it is open. */
  readonly session: () => WorkshopSession | null
  readonly compare: () => Promise<void>
  readonly checkFile: (bytes: () => Promise<Uint8Array>) => Promise<void>
  /** `leave` is called when it is certain and before anything goes. Null: not removed, and the state says why. */
  readonly remove: (leave: () => void) => Promise<Awaited<ReturnType<typeof removeFromDevice>> | null>
  readonly close: Disposer
}

export function startHandBack(options: HandBackOptions): HandBackAttempt {
  const { services, workshopId, words } = options
  const state = createValueStore<HandBackState>({ phase: 'checking' })
  const held = services.sessions.hold(workshopId)
  const running: Running = { options, state, session: null, file: null }
  const guarded = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (cause) {
      services.logger.error('handing back broke off', { cause: String(cause) })
      state.set({ phase: 'failed', reason: words.unexpected() })
      return null
    }
  }
  const compare = async () => {
    running.file = null
    state.set({ phase: 'checking' })
    const opened = await held.opened
    if (!opened.ok) {
      const failure = 'failure' in opened.error ? opened.error.failure : { code: 'removed' as const }
      return onlyHere(state, { code: 'notOpened', reason: words.reason(failure) })
    }
    running.session = opened.value
    const check = await compareWithRelay(options, opened.value)
    if (check.safe) state.set({ phase: 'onRelay', host: check.host, pictures: check.pictures })
    else onlyHere(state, check.reason)
  }
  return {
    state,
    session: () => running.session,
    compare: async () => void (await guarded(compare)),
    checkFile: async (bytes) => void (await guarded(() => checkFile(running, bytes))),
    remove: (leave) => guarded(() => remove(running, leave)),
    close: held.release,
  }
}

interface Running {
  readonly options: HandBackOptions
  readonly state: ValueStore<HandBackState>
  session: WorkshopSession | null
  file: SavedFile | null
}

function onlyHere(state: ValueStore<HandBackState>, reason: HandBackReason): void {
  state.set({ phase: 'onlyHere', reason, file: 'none' })
}

function compareWithRelay(
  { device, words, withinMs }: HandBackOptions,
  session: WorkshopSession,
): Promise<HandBackCheck> {
  const time = withinMs === undefined ? {} : { withinMs }
  return checkRelay({ device, session, closeReasonText: words.closeReason, ...time })
}

async function checkFile(running: Running, bytes: () => Promise<Uint8Array>): Promise<void> {
  const { options, state, session } = running
  const now = state.get()
  if (session === null || session.recovered || now.phase !== 'onlyHere') return
  const { reason } = now
  state.set({ phase: 'onlyHere', reason, file: 'reading' })
  const checked = await checkSavedFile(options.device, session, await bytes())
  running.file = checked.ok ? checked.value : null
  state.set(checked.ok ? { phase: 'inFile' } : { phase: 'onlyHere', reason, file: checked.error })
}

async function remove(running: Running, leave: () => void) {
  const { options, state, session } = running
  if (session === null) return null
  // The first copy may hold more, and may become readable: no file of the second one stands for it.
  if (session.recovered) {
    onlyHere(state, { code: 'damaged' })
    return null
  }
  state.set({ phase: 'removing' })
  const isStillSafe = await isStillElsewhere(running, session)
  if (isStillSafe === null) {
    state.set({ phase: 'failed', reason: options.words.changed() })
    return null
  }
  leave()
  return removeFromDevice(options.services, options.device, session, isStillSafe)
}

/** Asked once more when the button was pressed; what comes back is asked a last time right before removing. */
async function isStillElsewhere(
  { options, file }: Running,
  session: WorkshopSession,
): Promise<(() => boolean) | null> {
  const { document } = session
  if (file !== null) {
    const isInFile = () => file.holds(document.docs)
    return isInFile() ? isInFile : null
  }
  const { safe } = await compareWithRelay(options, session)
  const isPending = () => 'pending' in session.connection.get().delivery.get()
  return safe && !isPending() ? () => !isPending() : null
}

/** Why it is still here, in words. */
export function removalReason(words: HandBackWords, failure: RemovalFailure): string {
  return failure.code === 'changed' ? words.changed() : words.reason(failure)
}
