/** Which of the two dialogs of exchange is open over the workshop. Its own store: the frame need not know them. */
import { create } from 'zustand'

export type ExchangeDialog = 'export' | 'import'

interface ExchangeState {
  readonly dialog: ExchangeDialog | null
  readonly open: (dialog: ExchangeDialog) => void
  readonly close: () => void
}

export const useExchangeStore = create<ExchangeState>((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}))
