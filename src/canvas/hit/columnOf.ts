/** The column of an activity. */
import type { ColumnLayout, MapLayout } from '../../layout/mapLayout.ts'
import type { ActivityId } from '../../model/records/activity.ts'

export function columnOf(layout: MapLayout, activityId: ActivityId): ColumnLayout | undefined {
  return layout.columns.find((column) => column.activityId === activityId)
}
