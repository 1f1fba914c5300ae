/** Going through several workshop files: all are looked at when it begins, and taken in when somebody says so. */
import { useEffect, useState } from 'react'
import { useServices } from '../ServicesContext.ts'
import { lookAt, type SourceState, takeIn } from './takeInSource.ts'
import { type WorkshopSource, workshopSources } from './workshopSources.ts'

export interface SourceRow {
  readonly source: WorkshopSource
  /** Null: not looked at yet. */
  readonly state: SourceState | null
}

export type SourcesPhase = 'looking' | 'asking' | 'taking' | 'taken'

type Work = (row: SourceRow) => Promise<SourceState | null>

export function useSources(files: readonly File[]) {
  const services = useServices()
  const [rows, setRows] = useState<readonly SourceRow[]>([])
  const [phase, setPhase] = useState<SourcesPhase>('looking')
  const [done, setDone] = useState(0)
  const goThrough = async (begun: readonly SourceRow[], work: Work, isStopped: () => boolean) => {
    let current = begun
    for (const [index, row] of begun.entries()) {
      const state = await work(row)
      if (isStopped()) return
      current = current.with(index, { source: row.source, state })
      setRows(current)
      setDone((index + 1) / begun.length)
    }
  }
  const broken = (next: SourcesPhase) => (cause: unknown) => {
    services.logger.error('several workshop files could not be gone through', { cause: String(cause) })
    setPhase(next)
  }
  // One attempt: another language meanwhile must not read everything again.
  const [once] = useState({ services, files, goThrough, broken })
  useEffect(() => {
    let left = false
    const look = async () => {
      const sources = await workshopSources(once.files)
      const begun = sources.map((source) => ({ source, state: null }))
      if (!left) setRows(begun)
      await once.goThrough(
        begun,
        ({ source }) => lookAt(once.services, source),
        () => left,
      )
      if (!left) setPhase('asking')
    }
    look().catch(once.broken('asking'))
    return () => {
      left = true
    }
  }, [once])
  const take: Work = ({ source, state }) =>
    isTakeable(state) ? takeIn(services, source) : Promise.resolve(state)
  const takeAll = () => {
    setPhase('taking')
    setDone(0)
    goThrough(rows, take, () => false).then(() => setPhase('taken'), broken('taken'))
  }
  return { rows, phase, done, takeAll }
}

export function isTakeable(state: SourceState | null): boolean {
  return state?.kind === 'new' || state?.kind === 'here' || state?.kind === 'binned'
}
