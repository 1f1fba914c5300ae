/**
 * Sends prepared edits at a given pace with seeded irregularity, and afterwards finds out for every edit and every other
 * client when it arrived there. An edit that did not arrive is an error, not a statistic.
 */
import { parseUpdateMeta } from 'yjs'
import { seeded } from '../../sync-server/helpers/seeded.ts'
import type { Arrival, LoadClient } from './loadClient.ts'
import type { Writer } from './edits.ts'

export interface Seat {
  readonly client: LoadClient
  readonly writer: Writer
}

export interface SentEdit {
  readonly client: number
  readonly clock: number
  readonly at: number
}

interface Planned {
  readonly at: number
  readonly seat: Seat
  readonly edit: Writer['edits'][number]
}

/** Everybody writes their edits `from` … `to`, `perSecond` of them a second; resolves when the last one is sent. */
export async function drive(
  seats: readonly Seat[],
  perSecond: number,
  from: number,
  to: number,
  seed: number,
): Promise<SentEdit[]> {
  const plan = planned(seats, perSecond, from, to, seed)
  const sent: SentEdit[] = []
  const start = performance.now()
  let next = 0
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now()
      for (let due = plan[next]; due !== undefined && start + due.at <= now; due = plan[(next += 1)]) {
        due.seat.client.send(due.edit.message)
        sent.push({ client: due.seat.writer.client, clock: due.edit.clock, at: performance.now() })
      }
      if (next < plan.length) return
      clearInterval(timer)
      resolve()
    }, 1)
  })
  return sent
}

function planned(
  seats: readonly Seat[],
  perSecond: number,
  from: number,
  to: number,
  seed: number,
): Planned[] {
  const random = seeded(seed)
  const period = 1000 / perSecond
  const plan = seats.flatMap((seat) => {
    const phase = random() * period
    return seat.writer.edits.slice(from, to).map((edit, index) => ({
      at: phase + period * (index + 0.5 * random()),
      seat,
      edit,
    }))
  })
  return plan.sort((a, b) => a.at - b.at)
}

/** For every edit the times until it was with one reader; the reader's own edits are left out. */
export function latencies(
  reader: Seat,
  arrivals: readonly Arrival[],
  sent: readonly SentEdit[],
): { readonly times: number[]; readonly missing: number } {
  const waiting = new Map<number, SentEdit[]>()
  for (const edit of sent) {
    if (edit.client === reader.writer.client) continue
    const queue = waiting.get(edit.client)
    if (queue === undefined) waiting.set(edit.client, [edit])
    else queue.push(edit)
  }
  const heads = new Map<number, number>()
  const times: number[] = []
  for (const { at, update } of arrivals) {
    for (const [client, end] of parseUpdateMeta(update).to) {
      const queue = waiting.get(client) ?? []
      let head = heads.get(client) ?? 0
      for (let edit = queue[head]; edit !== undefined && edit.clock <= end; edit = queue[(head += 1)])
        times.push(at - edit.at)
      heads.set(client, head)
    }
  }
  let missing = 0
  for (const [client, queue] of waiting) missing += queue.length - (heads.get(client) ?? 0)
  return { times, missing }
}
