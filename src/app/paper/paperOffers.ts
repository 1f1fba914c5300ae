/** Photos that were just taken in and whose code says that they belong elsewhere; shown one by one until answered. */
import { create } from 'zustand'
import type { PhotoTarget } from '../../features/paper/paperTools.ts'
import type { PaperCode } from '../../model/paperCode.ts'
import type { MediaId } from '../../model/records/media.ts'

export interface PaperOffer {
  readonly workshopId: string
  readonly mediaId: MediaId
  readonly code: PaperCode
  readonly target: Exclude<PhotoTarget, { kind: 'parking' }>
}

interface OffersState {
  readonly offers: readonly PaperOffer[]
  readonly add: (offer: PaperOffer) => void
  readonly remove: (offer: PaperOffer) => void
}

export const usePaperOffers = create<OffersState>((set) => ({
  offers: [],
  add: (offer) => set(({ offers }) => ({ offers: [...offers, offer] })),
  remove: (offer) => set(({ offers }) => ({ offers: offers.filter((one) => one !== offer) })),
}))
