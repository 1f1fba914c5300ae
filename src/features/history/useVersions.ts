/** The versions of the open workshop and, one after the other, what is known about those that are shown. */
import { useCallback, useEffect, useState } from 'react'
import type { CheckpointEntry } from '../../storage/checkpoints.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { HistoryTools } from './historyTools.ts'
import type { VersionFacts } from './versionFacts.ts'
import { readVersionFacts } from './versionFacts.ts'

export interface Versions {
  /** Null while they are looked for. */
  readonly entries: readonly CheckpointEntry[] | null
  readonly failure: StorageFailure | null
  readonly facts: ReadonlyMap<number, VersionFacts>
  readonly refresh: () => void
}

export function useVersions(tools: HistoryTools, shown: number): Versions {
  const [entries, setEntries] = useState<readonly CheckpointEntry[] | null>(null)
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const [facts, setFacts] = useState<ReadonlyMap<number, VersionFacts>>(new Map())
  const [round, setRound] = useState(0)
  const refresh = useCallback(() => setRound((count) => count + 1), [])
  useEffect(() => {
    let left = false
    void tools.list().then((list) => {
      if (left) return
      setFailure(list.ok ? null : list.error)
      if (list.ok) setEntries(list.value)
    })
    return () => {
      left = true
    }
  }, [tools, round])
  useEffect(() => {
    let left = false
    const read = async () => {
      for (const [index, entry] of (entries ?? []).slice(0, shown).entries()) {
        const found = await readVersionFacts(tools, entry.id, entries?.[index + 1]?.id ?? null)
        if (left) return
        setFacts((known) => new Map(known).set(entry.id, found))
      }
    }
    void read()
    return () => {
      left = true
    }
  }, [tools, entries, shown])
  return { entries, failure, facts, refresh }
}
