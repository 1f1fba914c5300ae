/** What only the app can do for the panel of sheets: lay out, print and draw them. */
import type { Locale } from '../../../i18n/translate.ts'
import type { PosterStyle } from '../../../layout/poster/posterSheets.ts'
import type { Rect, Scene } from '../../../layout/scene.ts'
import type { SheetWish } from '../../../layout/sheetKinds.ts'
import type { Result } from '../../../shared/result.ts'
import type { PosterFailure, PosterOffer, PosterTools, PrintOptions } from '../posterTools.ts'

export interface SheetOrder extends SheetWish {
  readonly style: PosterStyle
  readonly locale: Locale
}

export interface SheetsPreviewed {
  /** All pages side by side, and where each lies. */
  readonly scene: Scene
  readonly parts: readonly Rect[]
  readonly pages: number
  readonly missing: readonly string[]
  /** Null where no codes belong; false when there is no room for them. */
  readonly withCodes: boolean | null
  readonly title: string
}

export interface SheetTools {
  readonly offer: PosterOffer
  readonly revision: unknown
  readonly preview: (order: SheetOrder) => Promise<Result<SheetsPreviewed, PosterFailure>>
  readonly print: (order: SheetOrder, options: PrintOptions) => Promise<Result<Blob, PosterFailure>>
  readonly draw: PosterTools['draw']
}

export interface SheetFormProps {
  readonly order: SheetOrder
  readonly offer: PosterOffer
  readonly onChange: (change: Partial<SheetOrder>) => void
}
