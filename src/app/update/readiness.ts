/**
 * Whether this tab may be reloaded right now. Screens say why not: something is not saved, somebody types, the wall is
 * being presented. Kept apart from the update so that whoever knows a reason need not know what it is for.
 */
import type { Disposer } from '../../shared/disposer.ts'

export type BusyReason = 'unsaved' | 'typing' | 'presenting'

export interface Readiness {
  /** The first reason not to reload now, or null. */
  readonly busy: () => BusyReason | null
  readonly addGuard: (guard: () => BusyReason | null) => Disposer
}

export function createReadiness(): Readiness {
  const guards = new Set<() => BusyReason | null>()
  return {
    busy: () => {
      for (const guard of guards) {
        const reason = guard()
        if (reason !== null) return reason
      }
      return null
    },
    addGuard: (guard) => {
      guards.add(guard)
      return () => void guards.delete(guard)
    },
  }
}

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'])

/** Somebody types while a text field has the focus; only then could a reload take a word away. */
export function typingGuard(page: Document): () => BusyReason | null {
  return () => {
    const focused = page.activeElement
    if (focused === null) return null
    if (focused.tagName === 'TEXTAREA') return 'typing'
    if (focused.tagName === 'INPUT')
      return NOT_TEXT.has(focused.getAttribute('type') ?? 'text') ? null : 'typing'
    return (focused as HTMLElement).isContentEditable ? 'typing' : null
  }
}
