/** Looks for codes off the main thread: a photo takes up to a few seconds on a slow tablet. */
import type { FoundCode } from '../../features/paper/paperTools.ts'
import { findCode, type Pixels } from './findCode.ts'

declare const self: DedicatedWorkerGlobalScope

export interface CodeTask {
  readonly id: number
  readonly pixels: Pixels
}

export interface CodeAnswer {
  readonly id: number
  readonly found: FoundCode
}

self.addEventListener('message', ({ data }: MessageEvent<CodeTask>) => {
  void findCode(data.pixels).then((found) => {
    const answer: CodeAnswer = { id: data.id, found }
    self.postMessage(answer)
  })
})
