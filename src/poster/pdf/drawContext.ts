/** What drawing needs beside the operation itself: per document and per page. */
import type { jsPDF } from 'jspdf'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { PosterPictures } from '../posterJob.ts'
import type { ContentWriter } from './ContentWriter.ts'
import type { FontSlots } from './fontSlots.ts'
import type { Bookmark } from './outline.ts'

export interface DrawContext {
  readonly document: jsPDF
  readonly metrics: FontMetrics
  readonly fonts: FontSlots
  readonly pictures: PosterPictures
  readonly bookmarks: Bookmark[]
  /** Called now and then with the number of operations done since the last call. */
  readonly onOps: (count: number) => void
}

export interface PageTarget {
  /** Counts from 1. */
  readonly page: number
  readonly height: number
  readonly content: ContentWriter
  /** Hands the content over, so that what jsPDF writes next lies on top. */
  readonly flush: () => void
}
