/**
 * Whether this tab may be reloaded right now. Screens say why not: something is not saved, somebody types, the wall is
 * being presented. Kept apart from the update so that whoever knows a reason need not know what it is for.
 */
import type { Disposer } from '../../shared/disposer.ts'
import { isTextEntry } from '../../ui/isTextEntry.ts'

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

const FORM_FIELDS = '[role="dialog"] :is(input, textarea), form :is(input, textarea)'

/**
 * Somebody types while a text field has the focus, and has typed something while a dialog or a form holds words:
 * they are nowhere else before it is sent. Fields of the workshop itself are saved as they are typed.
 */
export function typingGuard(page: Document): () => BusyReason | null {
  const isTyping = () => page.activeElement !== null && isTextEntry(page.activeElement)
  const hasWords = (field: HTMLInputElement | HTMLTextAreaElement) =>
    isTextEntry(field) && !field.readOnly && field.value.trim() !== ''
  return () => {
    const fields = page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FORM_FIELDS)
    return isTyping() || [...fields].some(hasWords) ? 'typing' : null
  }
}
