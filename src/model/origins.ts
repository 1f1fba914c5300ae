/**
 * Who caused a transaction. Only `local` ones are undone, and of those not that somebody joined. Providers pass themselves as origin, and whatever is not
 * one of ours counts as remote: nothing of theirs is ever taken back by this device.
 */
export type OriginKind = 'local' | 'remote' | 'storage' | 'import' | 'template' | 'undo'

export class WorkshopOrigin {
  readonly kind: OriginKind
  /** Consecutive local changes with the same key within a short time are one step of undo: typing in one text. */
  readonly mergeKey: string | null
  /** False for what is this device's own and yet no work that somebody would take back. */
  readonly isStep: boolean

  constructor(kind: OriginKind, mergeKey: string | null = null, isStep = kind === 'local') {
    this.kind = kind
    this.mergeKey = mergeKey
    this.isStep = isStep
  }
}

export const origins = {
  local: new WorkshopOrigin('local'),
  joining: new WorkshopOrigin('local', null, false),
  remote: new WorkshopOrigin('remote'),
  storage: new WorkshopOrigin('storage'),
  import: new WorkshopOrigin('import'),
  template: new WorkshopOrigin('template'),
} as const

/** Undo managers mark themselves with this symbol, because Yjs hands the manager itself as origin. */
const undoOrigins = new WeakSet<object>()

export function markAsUndoOrigin(manager: object): void {
  undoOrigins.add(manager)
}

export function originKindOf(origin: unknown): OriginKind {
  if (origin instanceof WorkshopOrigin) return origin.kind
  if (typeof origin === 'object' && origin !== null && undoOrigins.has(origin)) return 'undo'
  return 'remote'
}
