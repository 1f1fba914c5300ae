/** The question which pages of a PDF are wanted: asked by whoever takes pictures in, answered in the dialog. */
import { create } from 'zustand'
import type { PdfPages } from './openPdf.ts'

export interface PdfQuestion {
  readonly name: string
  readonly pages: PdfPages
  /** Page numbers in reading order; empty when the person thought better of it. */
  readonly answer: (chosen: readonly number[]) => void
}

interface PdfChoiceState {
  readonly question: PdfQuestion | null
}

export const usePdfChoice = create<PdfChoiceState>(() => ({ question: null }))

export function askForPages(name: string, pages: PdfPages): Promise<readonly number[]> {
  return new Promise((resolve) => {
    // Only one dialog at a time; a second question means that the first one's screen is gone.
    usePdfChoice.getState().question?.answer([])
    const answer = (chosen: readonly number[]) => {
      usePdfChoice.setState({ question: null })
      resolve(chosen)
    }
    usePdfChoice.setState({ question: { name, pages, answer } })
  })
}
