/**
 * `/metrics` in the text format of Prometheus. Answered to this machine, or to whoever shows the token when one is set:
 * how busy a relay is, is nobody else's business.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RelayStats } from '../relayStats.ts'
import type { Health } from './answerRequests.ts'

export interface Gauges extends Health {
  readonly pending: number
  readonly slowReaders: number
  readonly uploads: number
}

export interface Metrics {
  readonly text: () => string
  readonly close: () => void
}

type Kind = 'counter' | 'gauge'

/** How often the event loop is looked at; an idle one shows this much and is not late at all. */
const LOOK_MS = 20

export function createMetrics(
  stats: RelayStats,
  gauges: () => Gauges,
  delay = monitorEventLoopDelay({ resolution: LOOK_MS }),
): Metrics {
  delay.enable()
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - LOOK_MS / 1000) || 0
  return {
    text: () => {
      const lagSeconds = { mean: late(delay.mean), max: late(delay.max) }
      delay.reset()
      return `${[...fromGauges(gauges()), ...fromStats(stats), ...fromProcess(lagSeconds)].join('\n')}\n`
    },
    close: () => {
      delay.disable()
    },
  }
}

function fromGauges(now: Gauges): string[] {
  return [
    ...metric('rooms_open', 'gauge', 'Rooms that somebody has open.', now.rooms),
    ...metric('connections', 'gauge', 'Open web sockets, one per client and document.', now.connections),
    ...metric('waiting_bytes', 'gauge', 'What readers have not taken yet.', now.waitingBytes),
    ...metric(
      'slow_readers',
      'gauge',
      'Readers that get nothing until they have caught up.',
      now.slowReaders,
    ),
    ...metric('pending_stretches', 'gauge', 'Edits that wait for something that never arrived.', now.pending),
    ...metric('uploads', 'gauge', 'Pictures being uploaded.', now.uploads),
    ...metric('storage_failures_total', 'counter', 'Failed reads and writes.', now.storageFailures),
    ...metric(
      'storage_failing',
      'gauge',
      '1 while what people write cannot be kept.',
      now.status === 'failing' ? 1 : 0,
    ),
    ...metric('uptime_seconds', 'gauge', 'Since the start.', now.uptimeSeconds),
  ]
}

function fromStats(stats: RelayStats): string[] {
  const closed = [...stats.closed].map(
    ([reason, count]) => `etappe_closed_total{reason="${reason}"} ${count}`,
  )
  return [
    ...metric('edits_total', 'counter', 'Document frames received.', stats.edits),
    ...metric('received_bytes_total', 'counter', 'Bytes of messages received.', stats.bytesIn),
    ...metric('sent_bytes_total', 'counter', 'Bytes handed to sockets.', stats.bytesOut),
    ...metric('syncs_total', 'counter', 'Times the disk was asked to make edits durable.', stats.syncs),
    ...metric('sync_seconds_total', 'counter', 'How long that took together.', stats.syncSeconds),
    ...metric('sync_slowest_seconds', 'gauge', 'The longest since the start.', stats.slowestSyncSeconds),
    '# HELP etappe_closed_total Connections the relay closed, by reason.',
    '# TYPE etappe_closed_total counter',
    ...closed,
  ]
}

function fromProcess(lagSeconds: { readonly mean: number; readonly max: number }): string[] {
  const { user, system } = process.cpuUsage()
  return [
    ...metric(
      'loop_lag_mean_seconds',
      'gauge',
      'Delay of the event loop since the last look.',
      lagSeconds.mean,
    ),
    ...metric('loop_lag_max_seconds', 'gauge', 'The longest since the last look.', lagSeconds.max),
    ...metric('cpu_seconds_total', 'counter', 'Processor time of this process.', (user + system) / 1e6),
    ...metric('resident_bytes', 'gauge', 'Memory of this process.', process.memoryUsage.rss()),
  ]
}

function metric(name: string, kind: Kind, help: string, value: number): string[] {
  return [`# HELP etappe_${name} ${help}`, `# TYPE etappe_${name} ${kind}`, `etappe_${name} ${value}`]
}
