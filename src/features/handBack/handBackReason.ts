/** Why a workshop may not be taken off this device yet: something of it would be nowhere else. */
export type HandBackReason =
  /** It has never been shared: this device is the only place. */
  | { readonly code: 'noRelay' }
  | { readonly code: 'offline'; readonly host: string }
  /** The relay takes nothing from this device any more; `reason` in words. */
  | { readonly code: 'refused'; readonly host: string; readonly reason: string }
  | { readonly code: 'pending'; readonly host: string; readonly n: number }
  /** The relay does not say whether it has stored anything. */
  | { readonly code: 'unconfirmed'; readonly host: string }
  /** What the relay gives out is not all that is here. */
  | { readonly code: 'differs'; readonly host: string }
  | { readonly code: 'pictures'; readonly host: string; readonly n: number }
  /** Stored changes that could not be read were set aside here: no relay has them, a file can. */
  | { readonly code: 'setAside'; readonly n: number }
  /** Only the second copy could be read. */
  | { readonly code: 'damaged' }
  | { readonly code: 'notOpened'; readonly reason: string }

export type HandBackCheck =
  | { readonly safe: true; readonly host: string; readonly pictures: number }
  | { readonly safe: false; readonly reason: HandBackReason }

/** Why a saved file does not stand for what is here. */
export type HandBackFileProblem = 'unreadable' | 'otherWorkshop' | 'incomplete' | 'setAside' | 'pictures'
