/** Reads and checks files off the main thread, so that the page goes on while a large table is read. One job, then gone. */
import { readPasted, readSource } from '../readSource.ts'
import type { ReadReply, ReadRequest } from './readMessages.ts'

declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  void read(data).then(reply, (cause: unknown) => reply({ kind: 'broken', detail: String(cause) }))
})

async function read(request: ReadRequest): Promise<ReadReply> {
  if (request.kind === 'pasted') return { kind: 'read', source: readPasted(request.text, request.name) }
  const inputs = request.files.map(({ file, path }) => ({
    name: file.name,
    size: file.size,
    webkitRelativePath: path,
    arrayBuffer: () => file.arrayBuffer(),
  }))
  const job = { onProgress: (done: number) => reply({ kind: 'progress', done }) }
  return { kind: 'read', source: await readSource(inputs, request.texts, job) }
}

function reply(message: ReadReply): void {
  self.postMessage(message)
}
