/** What tabs say to each other. Checked on arrival, because another tab may run another version of the app. */
import { isRelayDocument, RELAY_DOCUMENTS, type RelayDocument } from '../protocol/access.ts'

export type TabMessage =
  /** What a tab has of each document; the others send what it lacks and, when asked, what they have. */
  | {
      readonly kind: 'hello'
      readonly vectors: Partial<Record<RelayDocument, Uint8Array>>
      readonly wantsAnswer: boolean
    }
  | { readonly kind: 'update'; readonly document: RelayDocument; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly update: Uint8Array }

export function readTabMessage(raw: unknown): TabMessage | null {
  if (!isObject(raw)) return null
  const { kind, vectors, wantsAnswer, document, update } = raw
  if (kind === 'hello' && isObject(vectors)) {
    return { kind, vectors: readVectors(vectors), wantsAnswer: wantsAnswer === true }
  }
  if (!(update instanceof Uint8Array)) return null
  if (kind === 'update' && isRelayDocument(document)) return { kind, document, update }
  return kind === 'presence' ? { kind, update } : null
}

function readVectors(raw: Readonly<Record<string, unknown>>): Partial<Record<RelayDocument, Uint8Array>> {
  const vectors: Partial<Record<RelayDocument, Uint8Array>> = {}
  for (const document of RELAY_DOCUMENTS) {
    const vector = raw[document]
    if (vector instanceof Uint8Array) vectors[document] = vector
  }
  return vectors
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
