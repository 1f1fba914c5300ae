/** An import that was checked in whole and only waits to be written. Plain data: it may come from a worker. */
import type { TableName as ModelTable } from '../model/schema.ts'
import type { PlannedDocument } from './document/PlannedDocument.ts'
import type { ImportNotice } from './problem.ts'
import type { PlainTables } from './tables/parsedTables.ts'
import type { AttachmentName, TableName } from './tables/tableFormat.ts'

/** A file that is kept beside the document; the document holds everything but `content`. */
export interface PlannedAttachment {
  readonly name: string
  readonly kind: 'eventLog' | 'surveyResponses'
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly content: Uint8Array
}

export interface ImportPlan {
  /** Of the journey: a good name for a new workshop. */
  readonly title: string
  readonly tables: PlainTables
  /** Set for what is not made of tables; these are empty then. */
  readonly document?: PlannedDocument
  /** Set when the document speaks of everything in a workshop: what it does not mention is missing in it. */
  readonly covers?: 'workshop'
  /** Cells of these tables begin with `=` and the like without being defused: no spreadsheet wrote them. */
  readonly hasLiveCells?: boolean
  readonly attachments: readonly PlannedAttachment[]
  readonly notices: readonly ImportNotice[]
  /** Records per table, for showing what will come; 0 for a table that is missing. */
  readonly counts: Readonly<Partial<Record<TableName | AttachmentName | ModelTable, number>>>
}
