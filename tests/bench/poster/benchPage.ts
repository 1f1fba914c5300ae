/**
 * The page of the poster bench: one scene, made into a file by our engine (in its worker, and on this page so that the
 * browser can slow it down), by jsPDF's own calls, and as a picture of a canvas. Each answers milliseconds and bytes.
 */
import { drawScene, type Picture } from '../../../src/canvas/far/drawScene.ts'
import { FONT_FILES, FONT_KEYS, type FontBytes } from '../../../src/layout/font/fontFiles.ts'
import { createFontMetrics, type FontMetrics } from '../../../src/layout/font/fontMetrics.ts'
import type { Scene } from '../../../src/layout/scene.ts'
import { sceneToSvg } from '../../../src/layout/svg/sceneToSvg.ts'
import { createPosterWorker, type PosterWorker } from '../../../src/poster/createPosterWorker.ts'
import { fitPictures } from '../../../src/poster/pictures/fitPictures.ts'
import type { PosterJob } from '../../../src/poster/posterJob.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { benchPhotos } from './benchPhotos.ts'
import { drawWithStockJsPdf } from './drawWithStockJsPdf.ts'

export interface Made {
  readonly ms: number
  readonly bytes: number
}

const DOTS = 150
const MM_PER_INCH = 25.4

class PosterBench {
  private fonts: FontBytes | undefined
  private metrics: FontMetrics | undefined
  private worker: PosterWorker | undefined
  private job: PosterJob | undefined
  private images = new Map<string, Picture>()

  async prepare(scene: Scene, photos: number): Promise<void> {
    this.fonts ??= await loadFonts()
    this.metrics ??= createFontMetrics(this.fonts)
    this.worker ??= createPosterWorker(this.fonts)
    const meta = { title: 'Bench', language: 'de', createdAt: 0 }
    // What every contestant gets: photos that are no larger than they are printed.
    this.job = fitPictures({ scenes: [scene], pictures: benchPhotos(photos), meta })
    this.images = await decoded(this.job)
  }

  inWorker(): Promise<Made> {
    const [worker, job] = [this.worker, this.given()]
    if (!worker) throw new Error('not prepared')
    return timed(async () => {
      const made = await worker.renderPoster(job)
      if (!made.ok) throw new Error(made.error.code)
      return made.value.length
    })
  }

  onPage(): Promise<Made> {
    return timed(() => {
      if (!this.metrics) throw new Error('not prepared')
      const made = renderPdf(this.given(), this.metrics)
      if (!made.ok) throw new Error(made.error.code)
      return made.value.length
    })
  }

  withStock(): Promise<Made> {
    return timed(() => {
      const { scenes, pictures } = this.given()
      if (!this.fonts || !this.metrics || !scenes[0]) throw new Error('not prepared')
      return drawWithStockJsPdf(scenes[0], this.fonts, this.metrics, pictures).length
    })
  }

  asPicture(): Promise<Made> {
    const [scene] = this.given().scenes
    if (!scene) throw new Error('not prepared')
    return timed(async () => {
      const scale = DOTS / MM_PER_INCH
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(scene.width * scale)
      canvas.height = Math.round(scene.height * scale)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.scale(scale, scale)
      drawScene(context, scene.ops, { scale, picture: (id) => this.images.get(id) })
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/jpeg', 0.92)
      })
      if (!blob) throw new Error('no picture')
      return blob.size
    })
  }

  /** The same content as a document, for the browser's own print. */
  show(): void {
    const { scenes, pictures } = this.given()
    if (!this.metrics || !scenes[0]) throw new Error('not prepared')
    const addresses = new Map(
      [...pictures].map(([id, bytes]) => [id, `data:image/jpeg;base64,${base64(bytes)}`]),
    )
    const svg = sceneToSvg(scenes[0], {
      metrics: this.metrics,
      title: '',
      language: 'de',
      pictures: addresses,
    })
    document.body.innerHTML = svg
    document.body.style.margin = '0'
  }

  private given(): PosterJob {
    if (!this.job) throw new Error('not prepared')
    return this.job
  }
}

async function timed(work: () => number | Promise<number>): Promise<Made> {
  const start = performance.now()
  const bytes = await work()
  return { ms: performance.now() - start, bytes }
}

async function loadFonts(): Promise<FontBytes> {
  const files = await Promise.all(
    FONT_KEYS.map(
      async (key) => [key, await (await fetch(`/fonts/${FONT_FILES[key]}`)).arrayBuffer()] as const,
    ),
  )
  return Object.fromEntries(files) as FontBytes
}

async function decoded({ pictures }: PosterJob): Promise<Map<string, Picture>> {
  const images = new Map<string, Picture>()
  for (const [id, bytes] of pictures) {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }))
    images.set(id, { image, width: image.width, height: image.height })
  }
  return images
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

Object.assign(globalThis, { posterBench: new PosterBench() })

export type { PosterBench }
