/**
 * The part of jsPDF that its types do not show and that the poster needs: raw page content, own objects and the moments
 * of writing. jsPDF is pinned exactly because of this file; tests/poster guards every use.
 */
import type { jsPDF } from 'jspdf'

export interface FontSlot {
  readonly id: string
  objectNumber?: number
  isAlreadyPutted?: boolean
}

interface StreamOptions {
  readonly data: string
  readonly addLength1?: boolean
  readonly objectId?: number
}

/** Points, origin bottom left; null leaves a box out. */
interface PageBox {
  readonly bottomLeftX: number
  readonly bottomLeftY: number
  readonly topRightX: number
  readonly topRightY: number
}

export interface PageBoxes {
  trimBox: PageBox | null
  bleedBox: PageBox | null
}

export interface JsPdfInternals {
  /** Into the current page, or into the file while it is being written. */
  readonly write: (text: string) => void
  /** What was written on each page so far; the first entry is none. */
  readonly pages: readonly (readonly string[])[]
  readonly newObject: () => number
  readonly newObjectDeferred: () => number
  readonly newObjectDeferredBegin: (id: number, doOutput: boolean) => void
  readonly putStream: (options: StreamOptions) => void
  /** The font selected with `setFont`. */
  readonly getFont: () => FontSlot
  readonly getPageInfo: (page: number) => { readonly objId: number; readonly pageContext: PageBoxes }
  readonly events: {
    readonly subscribe: (topic: string, callback: (event: { readonly font: FontSlot }) => void) => string
  }
}

export function internalsOf(document: jsPDF): JsPdfInternals {
  return document.internal as unknown as JsPdfInternals
}

export function versionOf(document: jsPDF): { readonly setPdfVersion: (version: string) => void } {
  return (document as unknown as { __private__: { setPdfVersion: (version: string) => void } }).__private__
}

/**
 * jsPDF swallows what its subscribers throw; this keeps the first failure so that the caller can throw it after the
 * file has been written.
 */
export function createHooks(internals: JsPdfInternals) {
  let failure: unknown
  return {
    on: (topic: string, action: (event: { readonly font: FontSlot }) => void): void => {
      internals.events.subscribe(topic, (event) => {
        try {
          action(event)
        } catch (error) {
          failure ??= error
        }
      })
    },
    rethrow: (): void => {
      if (failure !== undefined) throw failure
    },
  }
}

export type Hooks = ReturnType<typeof createHooks>

/** Characters 0 to 255 for bytes, in chunks because an argument list has a limit. */
export function binaryString(bytes: Uint8Array): string {
  const CHUNK = 0x8000
  let out = ''
  for (let start = 0; start < bytes.length; start += CHUNK)
    out += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  return out
}
