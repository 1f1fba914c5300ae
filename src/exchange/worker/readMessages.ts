/** What page and worker say to each other about an import. */
import type { ImportTexts } from '../importTexts.ts'
import type { ReadSource } from '../readSource.ts'

/** Files as they were picked, or what was pasted. */
export type Wanted =
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly texts: ImportTexts }
  | { readonly kind: 'pasted'; readonly text: string; readonly name: string }

export type ReadRequest =
  | {
      readonly kind: 'files'
      /** A file forgets on the way in which folder it was picked. */
      readonly files: readonly { readonly file: File; readonly path: string }[]
      readonly texts: ImportTexts
    }
  | { readonly kind: 'pasted'; readonly text: string; readonly name: string }

export type ReadReply =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'read'; readonly source: ReadSource }
  | { readonly kind: 'broken'; readonly detail: string }
