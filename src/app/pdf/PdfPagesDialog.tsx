/** Which pages of a PDF become pictures: small pictures of all of them, drawn one after the other. */
import { useEffect, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { PdfQuestion } from './pdfChoice.ts'
import { usePdfChoice } from './pdfChoice.ts'
import '../../ui/Field.css'
import './PdfPagesDialog.css'

/** More at once is a mistake of the thumb, and 20 pages are 6 MB in everybody's workshop. */
const MOST_PAGES = 20
/** Of a long document the rest cannot be chosen; who needs page 300 splits the file. */
const MOST_SHOWN = 100
const THUMB = 240

export function PdfPagesDialog() {
  const question = usePdfChoice((state) => state.question)
  // Who leaves the workshop takes no pages: whoever asked goes on, and lets go of the file.
  useEffect(() => () => usePdfChoice.getState().question?.answer([]), [])
  return question === null ? null : <Question key={question.name} question={question} />
}

function Question({ question }: { readonly question: PdfQuestion }) {
  const t = useTranslate()
  const { name, pages, answer } = question
  const shown = Math.min(pages.count, MOST_SHOWN)
  const [chosen, setChosen] = useState<readonly number[]>(pages.count === 1 ? [1] : [])
  const thumbs = useThumbs(question, shown)
  const toggle = (page: number) =>
    setChosen(chosen.includes(page) ? chosen.filter((one) => one !== page) : [...chosen, page])
  const isFull = chosen.length >= MOST_PAGES
  return (
    <Dialog
      open
      size="l"
      onClose={() => answer([])}
      title={t('media.pdfTitle', { name })}
      description={t('media.pdfText', { most: MOST_PAGES })}
      footer={
        <Button
          tone="primary"
          disabled={chosen.length === 0}
          onClick={() => answer(chosen.toSorted((a, b) => a - b))}
        >
          {t('media.pdfTake', { n: chosen.length })}
        </Button>
      }
    >
      {shown < pages.count ? <p>{t('media.pdfLong', { shown, all: pages.count })}</p> : null}
      <ul className="et-pdf-pages">
        {Array.from({ length: shown }, (_, index) => index + 1).map((page) => (
          <li key={page}>
            <label className="et-pdf-pages__page">
              <span className="et-pdf-pages__thumb">
                {thumbs[page - 1] === undefined ? null : <img src={thumbs[page - 1]} alt="" />}
              </span>
              <span className="et-pdf-pages__name">
                <input
                  className="et-checkbox"
                  type="checkbox"
                  checked={chosen.includes(page)}
                  disabled={isFull && !chosen.includes(page)}
                  onChange={() => toggle(page)}
                />
                {t('media.pdfPage', { page })}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Addresses of the small pictures, as far as they are drawn; a page that cannot be drawn has an empty one. */
function useThumbs({ pages }: PdfQuestion, shown: number): readonly string[] {
  const [thumbs, setThumbs] = useState<readonly string[]>([])
  useEffect(() => {
    let isOpen = true
    const drawAll = async () => {
      for (let page = 1; page <= shown && isOpen; page += 1) {
        const thumb = await pages.draw(page, THUMB).then(
          (canvas) => canvas.toDataURL('image/jpeg', 0.7),
          () => '',
        )
        if (isOpen) setThumbs((before) => [...before, thumb])
      }
    }
    void drawAll()
    return () => {
      isOpen = false
    }
  }, [pages, shown])
  return thumbs
}
