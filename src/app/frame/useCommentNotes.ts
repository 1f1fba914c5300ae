/** The things on the map with open comments; the wall shows none, it is for the room. */
import type { MapItem, MapNote } from '../../canvas/MapCanvasProps.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { memoByTables } from '../../model/memoByTables.ts'
import { openCommentCounts } from '../../model/select/commentThreads.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

const NOWHERE: readonly MapNote[] = []
const ON_THE_MAP: readonly string[] = ['card', 'activity', 'phase', 'lane', 'placement', 'sketch', 'persona']

const notesOf = memoByTables(
  (snapshot: WorkshopSnapshot) => [openCommentCounts(snapshot)],
  (snapshot): readonly MapNote[] =>
    [...openCommentCounts(snapshot)].flatMap(([key, count]) => {
      const [kind = '', id = ''] = key.split(':')
      return ON_THE_MAP.includes(kind) ? [{ item: { kind, id } as MapItem, count }] : []
    }),
)

export function useCommentNotes(isWall: boolean): readonly MapNote[] {
  return useSnapshot((snapshot) => (isWall ? NOWHERE : notesOf(snapshot)))
}
