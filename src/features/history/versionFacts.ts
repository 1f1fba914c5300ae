/** What is said about one version: how much changed since the one before, who had a hand in it, what it looked like. */
import { readVersion } from '../../model/readVersion.ts'
import type { VersionChanges } from '../../model/select/versionChanges.ts'
import { versionChanges } from '../../model/select/versionChanges.ts'
import type { HistoryTools } from './historyTools.ts'

export type VersionFacts =
  | { readonly state: 'unreadable' }
  | {
      readonly state: 'read'
      /** Null for the oldest version that is kept: there is nothing to compare it with. */
      readonly changes: VersionChanges | null
      readonly picture: string | null
    }

/** `beforeId`: the version that came before, or null. One that cannot be read counts as none. */
export async function readVersionFacts(
  tools: Pick<HistoryTools, 'read' | 'drawPicture'>,
  id: number,
  beforeId: number | null,
): Promise<VersionFacts> {
  const state = await tools.read(id)
  if (!state.ok) return { state: 'unreadable' }
  const before = beforeId === null ? null : await tools.read(beforeId)
  const version = readVersion(state.value)
  const older = before?.ok ? readVersion(before.value) : null
  try {
    const snapshot = version.snapshot()
    return {
      state: 'read',
      changes: older === null ? null : versionChanges(older.snapshot(), snapshot),
      picture: await tools.drawPicture(snapshot),
    }
  } finally {
    version.destroy()
    older?.destroy()
  }
}
