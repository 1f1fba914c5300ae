/** A part of the organisation that answers for touchpoints and actions. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, order, string } from '../field.ts'

export type DepartmentId = Id<'department'>

export const departmentRecord = defineRecord({
  kind: 'department',
  table: 'departments',
  document: 'map',
  fields: {
    name: string(),
    code: string(),
    colour: colour(),
    order: order(),
  },
})

export type Department = RecordOf<typeof departmentRecord>
