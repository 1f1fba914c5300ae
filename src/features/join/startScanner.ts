/**
 * Reads QR codes from the rear camera until one is found or the disposer is called. The decoder is fetched only when
 * somebody scans; the camera is always let go of.
 */
import type { Disposer } from '../../shared/disposer.ts'

export interface ScannerEvents {
  readonly onText: (text: string) => void
  readonly onProblem: (cause: unknown) => void
}

export function startScanner(video: HTMLVideoElement, events: ScannerEvents): Disposer {
  let stopped = false
  let release: Disposer = () => undefined
  const run = async () => {
    const { QRCanvas, frameLoop, rearCamera } = await import('qr/dom.js')
    const camera = await rearCamera(video)
    if (stopped) return camera.stop()
    const canvas = new QRCanvas()
    let busy = false
    const read = async () => {
      if (busy) return
      busy = true
      const found = await camera.readFrame(canvas, true)
      busy = false
      if (typeof found === 'string' && found !== '' && !stopped) events.onText(found)
    }
    const cancel = frameLoop(() => {
      read().catch((cause: unknown) => (stopped ? undefined : events.onProblem(cause)))
    }, video)
    release = () => {
      cancel()
      camera.stop()
    }
  }
  run().catch((cause: unknown) => (stopped ? undefined : events.onProblem(cause)))
  return () => {
    if (stopped) return
    stopped = true
    release()
  }
}
