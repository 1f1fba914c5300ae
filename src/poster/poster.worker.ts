/**
 * Lays out and writes posters off the main thread. Takes the fonts once, then one task at a time; cancelling means
 * ending the worker, because a running task cannot hear messages.
 */
import { createFontMetrics, type FontMetrics } from '../layout/font/fontMetrics.ts'
import { composePoster } from './composePoster.ts'
import { fitPictures } from './pictures/fitPictures.ts'
import { renderPdf } from './renderPdf.ts'
import { composeSheets } from './sheets/composeSheets.ts'
import type { PosterReply, PosterRequest } from './workerMessages.ts'

declare const self: DedicatedWorkerGlobalScope

let metrics: FontMetrics | undefined

self.addEventListener('message', ({ data }: MessageEvent<PosterRequest>) => {
  if (data.kind === 'fonts') {
    metrics = createFontMetrics(data.fonts, data.added)
    warmUp(metrics)
    return
  }
  if (!metrics) throw new Error('a poster was asked for before the fonts came')
  if (data.kind === 'compose') {
    reply({ kind: 'composed', poster: composePoster(data.snapshot, data.choices, metrics, data.pictures) })
    return
  }
  if (data.kind === 'sheets') {
    reply({ kind: 'laidSheets', sheets: composeSheets(data.snapshot, data.choices, metrics) })
    return
  }
  const poster = renderPdf(fitPictures(data.job), metrics, (fraction) =>
    reply({ kind: 'progress', fraction }),
  )
  reply({ kind: 'rendered', poster }, poster.ok ? [poster.value.buffer] : [])
})

function reply(message: PosterReply, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer)
}

/** A small poster that nobody sees: engines compile what they have run. */
function warmUp(ready: FontMetrics): void {
  const ops = Array.from({ length: 200 }, (_, line) => [
    {
      kind: 'rect',
      x: 1,
      y: line,
      width: 90,
      height: 1,
      radius: 0.2,
      fill: '#fff3b0',
      stroke: '#c9c5b8',
    } as const,
    {
      kind: 'text',
      text: 'Größe → 😀',
      x: 1,
      baseline: line,
      font: 'regular',
      size: 1,
      colour: '#222222',
    } as const,
  ]).flat()
  const meta = { title: '', language: 'en', createdAt: 0 }
  renderPdf({ scenes: [{ width: 100, height: 200, ops }], pictures: new Map(), meta }, ready)
}
