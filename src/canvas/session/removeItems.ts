/** What the Delete key and the bin button do: into the bin, with what belongs to it. */
import type { CommandResult } from '../../model/commandResult.ts'
import { deleteRecords } from '../../model/commands/deleteRecords.ts'
import type { Id } from '../../shared/ids.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import type { ActionContext } from './ActionContext.ts'

function idsOf<Kind extends MapItem['kind']>(items: readonly MapItem[], kind: Kind): Id<Kind>[] {
  return items.flatMap((item) => (item.kind === kind ? [item.id as Id<Kind>] : []))
}

/** The items are of one kind; a lane or persona is not taken off the map by a key, only in its panel. */
export function removeItems(context: ActionContext, items: readonly MapItem[]): CommandResult<unknown> {
  const { workshop } = context
  const actor = context.actor()
  switch (items[0]?.kind) {
    case 'card':
      return deleteRecords(workshop, actor, { table: 'cards', ids: idsOf(items, 'card') })
    case 'activity':
      return deleteRecords(workshop, actor, { table: 'activities', ids: idsOf(items, 'activity') })
    case 'phase':
      return deleteRecords(workshop, actor, { table: 'phases', ids: idsOf(items, 'phase') })
    case 'placement':
      return deleteRecords(workshop, actor, { table: 'placements', ids: idsOf(items, 'placement') })
    case 'sketch':
      return deleteRecords(workshop, actor, { table: 'sketches', ids: idsOf(items, 'sketch') })
    case 'lane':
    case 'persona':
    case undefined:
      return { ok: true, value: null }
  }
}
