/**
 * Short messages that pass, most of all "deleted – undo". One list for the whole window; nothing is asked beforehand
 * because everything can be taken back afterwards.
 */
import { create } from 'zustand'
import { randomId } from '../shared/ids.ts'

export interface ToastAction {
  readonly label: string
  readonly onAction: () => void
}

export interface ToastMessage {
  readonly id: string
  readonly text: string
  readonly tone: 'info' | 'error'
  readonly action: ToastAction | null
}

interface ToastState {
  readonly messages: readonly ToastMessage[]
  readonly show: (text: string, options?: { tone?: ToastMessage['tone']; action?: ToastAction }) => string
  readonly dismiss: (id: string) => void
}

/** More than three at once would cover the map; the oldest goes. */
const MOST = 3

export const useToasts = create<ToastState>((set, get) => ({
  messages: [],
  show: (text, options = {}) => {
    // A refusal that repeats with every key must not pile up; whoever offers a way back is a message of its own.
    const same = get().messages.find((message) => message.text === text && message.action === null)
    if (same !== undefined && options.action === undefined) return same.id
    const message = {
      id: randomId(8),
      text,
      tone: options.tone ?? 'info',
      action: options.action ?? null,
    } as const
    set((state) => ({ messages: [...state.messages.slice(1 - MOST), message] }))
    return message.id
  },
  dismiss: (id) => set((state) => ({ messages: state.messages.filter((message) => message.id !== id) })),
}))

export const showToast = useToasts.getState().show
