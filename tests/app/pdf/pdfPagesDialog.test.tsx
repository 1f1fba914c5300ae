import { act, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { PdfPages } from '../../../src/app/pdf/openPdf.ts'
import { askForPages } from '../../../src/app/pdf/pdfChoice.ts'
import { PdfPagesDialog } from '../../../src/app/pdf/PdfPagesDialog.tsx'
import { renderScreen } from '../../features/support/renderScreen.tsx'

const pages: PdfPages = {
  count: 1,
  draw: () => Promise.reject(new Error('nothing is drawn here')),
  close: () => Promise.resolve(),
}

it('who leaves the workshop while a PDF asks for its pages has taken none, and the file is let go of', async () => {
  const { unmount } = renderScreen(<PdfPagesDialog />)
  const answers: (readonly number[])[] = []
  act(() => {
    void askForPages('plan.pdf', pages).then((chosen) => answers.push(chosen))
  })
  expect(await screen.findByText('Which pages of “plan.pdf”?')).toBeTruthy()
  unmount()
  await vi.waitFor(() => expect(answers).toEqual([[]]))
})
