/** How long work reports and is stopped: the same handle for reading, planning and applying. */
export interface Job {
  readonly signal?: AbortSignal
  /** 0 to 1, never backwards. */
  readonly onProgress?: (done: number) => void
}

/** Lets messages in (a cancel, a repaint) between two pieces of work; true when the work should stop. */
export async function pause(job: Job): Promise<boolean> {
  if (job.signal === undefined) return false
  await new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
  return job.signal.aborted
}
