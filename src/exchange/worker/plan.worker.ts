/** Reads and checks files off the main thread, so that the page goes on while a large table is read. One job, then gone. */
import { planFiles } from '../planFiles.ts'
import type { PlanReply, PlanRequest } from './planMessages.ts'

declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', ({ data }: MessageEvent<PlanRequest>) => {
  void plan(data).then(reply, (cause: unknown) => reply({ kind: 'broken', detail: String(cause) }))
})

async function plan({ files, texts }: PlanRequest): Promise<PlanReply> {
  const inputs = files.map(({ file, path }) => ({
    name: file.name,
    size: file.size,
    webkitRelativePath: path,
    arrayBuffer: () => file.arrayBuffer(),
  }))
  const job = { onProgress: (done: number) => reply({ kind: 'progress', done }) }
  return { kind: 'planned', planned: await planFiles(inputs, texts, job) }
}

function reply(message: PlanReply): void {
  self.postMessage(message)
}
