/** What drawing an operation needs beside the operation itself. */
import type { jsPDF } from 'jspdf'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { FontSlots } from './fontSlots.ts'
import type { Bookmark } from './outline.ts'
import type { PictureSlots } from './pictureSlots.ts'

export interface DrawContext {
  readonly document: jsPDF
  readonly metrics: FontMetrics
  readonly fonts: FontSlots
  readonly pictures: PictureSlots
  readonly bookmarks: Bookmark[]
  /** Called now and then with the number of operations done since the last call. */
  readonly onOps: (count: number) => void
}
