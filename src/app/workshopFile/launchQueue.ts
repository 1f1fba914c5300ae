/** Files that the system hands to the installed app: "open with Etappe". Chromium only; elsewhere nothing happens. */
import type { Disposer } from '../../shared/disposer.ts'

interface LaunchParams {
  readonly files: readonly FileSystemFileHandle[]
}

interface LaunchQueue {
  readonly setConsumer: (consumer: (params: LaunchParams) => void) => void
}

type LaunchWindow = Window & { readonly launchQueue?: LaunchQueue }

/** `onFailure` when a file was handed over but cannot be read. */
export function followLaunches(
  window: LaunchWindow,
  onFiles: (files: readonly File[]) => void,
  onFailure: (cause: unknown) => void,
): Disposer {
  let stopped = false
  window.launchQueue?.setConsumer(({ files }) => {
    if (stopped || files.length === 0) return
    void Promise.all(files.map((handle) => handle.getFile())).then(onFiles, onFailure)
  })
  return () => {
    stopped = true
  }
}
