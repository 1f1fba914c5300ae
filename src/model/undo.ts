/**
 * Undo and redo of one's own work on this device, over the map and the review together. A gesture is one step:
 * every command by itself, everything inside `gesture`, or a run of typing in one text. Templates, imports, that
 * somebody joined, and whatever comes from elsewhere are never taken back. On a shared device everybody has steps of their own.
 */
import * as Y from 'yjs'
import type { Disposer } from '../shared/disposer.ts'
import type { DocumentName } from './documentName.ts'
import { markAsUndoOrigin, WorkshopOrigin } from './origins.ts'
import type { PersonId } from './records/person.ts'
import { schemaVersion } from './schema.ts'
import { mayDelete } from './undoGuard.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

export interface UndoHistory {
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** False when there was nothing left that could be taken back. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  /** All commands given inside are one step. Gestures may be nested; the outermost counts. */
  readonly gesture: <T>(body: () => T) => T
  /** The same for what begins and ends in different events; the disposer ends it. */
  readonly beginGesture: () => Disposer
  readonly subscribe: (listener: () => void) => Disposer
  readonly destroy: Disposer
}

export interface UndoOptions {
  /** Who undoes: whose steps these are, and the mark in the bin. */
  readonly personId?: () => PersonId | null
  /** Tells when that may be somebody else now, so that the buttons show what that person can take back. */
  readonly onPersonChange?: (listener: () => void) => Disposer
  /** Steps kept; older ones cannot be undone any more. */
  readonly limit?: number
}

const DEFAULT_LIMIT = 200
/** Typing that pauses longer than this begins a new step. */
const TYPING_PAUSE_MS = 1_500
const STEP = 'step'
const undoable: readonly DocumentName[] = ['map', 'review']

type Stack = Y.UndoManager['undoStack']

function topStep(stack: Stack): number {
  const step: unknown = stack.at(-1)?.meta.get(STEP)
  return typeof step === 'number' ? step : -1
}

/** Numbers the steps: which commands belong together. */
function createStepCounter(now: () => number) {
  let step = 0
  let openGestures = 0
  let last: { key: string; at: number } | null = null
  return {
    /** The step that a local change with this merge key belongs to. */
    stepFor: (mergeKey: string | null): number => {
      const at = now()
      const pause = last === null ? Infinity : Math.abs(at - last.at)
      const goesOn =
        openGestures > 0 || (mergeKey !== null && last?.key === mergeKey && pause <= TYPING_PAUSE_MS)
      if (!goesOn) step += 1
      last = mergeKey === null ? null : { key: mergeKey, at }
      return step
    },
    /** What comes next is a step of its own. */
    next: (): number => {
      last = null
      step += 1
      return step
    },
    open: (): Disposer => {
      if (openGestures === 0) step += 1
      openGestures += 1
      let closed = false
      return () => {
        if (closed) return
        closed = true
        openGestures -= 1
        last = null
        if (openGestures === 0) step += 1
      }
    },
  }
}

type StepCounter = ReturnType<typeof createStepCounter>

function createManager(
  workshop: WorkshopDocument,
  document: DocumentName,
  options: UndoOptions,
  counter: StepCounter,
  beforeCapture: () => void,
) {
  const doc = workshop.docs[document]
  let replaying: { stack: Stack; before: readonly Stack[number][] } | null = null
  let currentStep = -1
  const manager: Y.UndoManager = new Y.UndoManager(doc, {
    captureTimeout: Number.MAX_SAFE_INTEGER,
    trackedOrigins: new Set([WorkshopOrigin]),
    captureTransaction: (transaction) => {
      if (transaction.changed.size === 0) return false
      const origin: unknown = transaction.origin
      if (!(origin instanceof WorkshopOrigin)) return origin === manager
      if (!origin.isStep) return false
      beforeCapture()
      const step = counter.stepFor(origin.mergeKey)
      if (step !== currentStep) manager.stopCapturing()
      currentStep = step
      return true
    },
    deleteFilter: (item) =>
      mayDelete(
        {
          // Yjs pops a stack item before it looks at it, so what is missing at the end is what it works on.
          stackItem: () => (replaying === null ? null : (replaying.before[replaying.stack.length] ?? null)),
          personId: options.personId ?? (() => null),
          now: workshop.clock.now,
        },
        item,
      ),
  })
  markAsUndoOrigin(manager)
  manager.on('stack-item-added', ({ stackItem, type, origin }) => {
    if (type === 'undo' && origin !== manager) {
      stackItem.meta.set(STEP, currentStep)
      if (manager.undoStack.length > (options.limit ?? DEFAULT_LIMIT)) manager.undoStack.shift()
    }
  })
  return {
    manager,
    /** Takes back (or again) the newest step; the counterpart lands on the other stack under the number `as`. */
    replay: (way: 'undo' | 'redo', as: number): boolean => {
      const stack = way === 'undo' ? manager.undoStack : manager.redoStack
      replaying = { stack, before: [...stack] }
      const done = way === 'undo' ? manager.undo() : manager.redo()
      replaying = null
      currentStep = -1
      if (done === null) return false
      const counterpart = way === 'undo' ? manager.redoStack : manager.undoStack
      counterpart.at(-1)?.meta.set(STEP, as)
      return true
    },
  }
}

type Manager = ReturnType<typeof createManager>

type Steps = Pick<Y.UndoManager, 'undoStack' | 'redoStack'>

/**
 * Lays one person's steps aside when the next one takes the device, and brings them back later. What was done before
 * anybody said who they are belongs to the first who does.
 */
function createTurns(personId: () => PersonId | null) {
  const aside = new Map<PersonId, readonly Steps[]>()
  let current = personId()
  return (managers: readonly Manager[]): boolean => {
    const next = personId()
    if (next === current) return false
    const previous = current
    current = next
    if (previous === null) return false
    aside.set(
      previous,
      managers.map(({ manager: { undoStack, redoStack } }) => ({ undoStack, redoStack })),
    )
    const own = next === null ? undefined : aside.get(next)
    managers.forEach(({ manager }, index) => {
      manager.undoStack = own?.[index]?.undoStack ?? []
      manager.redoStack = own?.[index]?.redoStack ?? []
      manager.stopCapturing()
    })
    return true
  }
}

function replayNewest(managers: readonly Manager[], way: 'undo' | 'redo', as: number): boolean {
  const stackOf = ({ manager }: Manager) => (way === 'undo' ? manager.undoStack : manager.redoStack)
  for (;;) {
    const newest = Math.max(...managers.map((entry) => topStep(stackOf(entry))))
    const concerned = managers.filter(
      (entry) => stackOf(entry).length > 0 && topStep(stackOf(entry)) === newest,
    )
    if (concerned.length === 0) return false
    const done = concerned.map((entry) => entry.replay(way, as))
    if (done.includes(true)) return true
  }
}

export function createUndo(workshop: WorkshopDocument, options: UndoOptions = {}): UndoHistory {
  const counter = createStepCounter(workshop.clock.now)
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const turn = createTurns(options.personId ?? (() => null))
  const takeTurn = () => {
    if (!turn(managers)) return
    counter.next()
    tell()
  }
  const managers: readonly Manager[] = undoable.map((document) =>
    createManager(workshop, document, options, counter, takeTurn),
  )
  const stopPerson = options.onPersonChange?.(takeTurn)
  tellOfSteps(managers, tell)
  const replay = (way: 'undo' | 'redo') => {
    // Not through `commit`, so the gate for older apps stands here as well.
    if (isOlderApp(workshop)) return false
    takeTurn()
    const done = replayNewest(managers, way, counter.next())
    counter.next()
    tell()
    return done
  }
  return {
    canUndo: () => !isOlderApp(workshop) && managers.some(({ manager }) => manager.canUndo()),
    canRedo: () => !isOlderApp(workshop) && managers.some(({ manager }) => manager.canRedo()),
    undo: () => replay('undo'),
    redo: () => replay('redo'),
    gesture: (body) => {
      const end = counter.open()
      try {
        return body()
      } finally {
        end()
      }
    },
    beginGesture: counter.open,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy: () => {
      stopPerson?.()
      listeners.clear()
      for (const { manager } of managers) manager.destroy()
    },
  }
}

function isOlderApp(workshop: WorkshopDocument): boolean {
  return workshop.snapshot().meta.minWriter > schemaVersion
}

function tellOfSteps(managers: readonly Manager[], tell: () => void): void {
  for (const { manager } of managers) {
    manager.on('stack-item-added', ({ type, origin }) => {
      const isNewWork = type === 'undo' && origin !== manager
      // New work ends what could be redone, in every document.
      if (isNewWork)
        for (const other of managers) if (other.manager !== manager) other.manager.clear(false, true)
      tell()
    })
    manager.on('stack-item-popped', tell)
    manager.on('stack-cleared', tell)
  }
}
