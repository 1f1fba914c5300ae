/** What a format cannot hold, counted by kind, so that nobody takes an export for a backup. */
import type { WorkshopSnapshot } from '../model/snapshot.ts'

export type LeftOutCounts = Readonly<Record<string, number>>

const KINDS = [
  'journeys',
  'personas',
  'phases',
  'activities',
  'microMoments',
  'lanes',
  'cards',
  'media',
  'touchpoints',
  'placements',
  'sketches',
  'insights',
  'actions',
  'kpis',
  'campaigns',
  'attachments',
  'comments',
  'ratings',
  'agreedValues',
  'votes',
  'kpiValues',
] as const

export type LeftOutKind = (typeof KINDS)[number]

/** `held`: how many of a kind the file holds; `all` where it holds every one. */
export function countLeftOut(
  snapshot: WorkshopSnapshot,
  held: Readonly<Partial<Record<LeftOutKind, number | 'all'>>>,
): LeftOutCounts {
  const counts = KINDS.map((kind) => {
    const inFile = held[kind] ?? 0
    return [kind, inFile === 'all' ? 0 : Math.max(0, snapshot[kind].size - inFile)] as const
  })
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
