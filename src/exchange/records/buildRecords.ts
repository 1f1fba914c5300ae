/** All that an import writes, in an order in which nothing refers to what is not there yet. Reads, never writes. */
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { RandomBytes } from '../../shared/ids.ts'
import type { ImportPlan, PlannedAttachment } from '../ImportPlan.ts'
import { buildDocument } from '../document/buildDocument.ts'
import type { PlainTables } from '../tables/parsedTables.ts'
import { buildFrame } from './buildFrame.ts'
import { buildMap } from './buildMap.ts'
import { buildOutcome } from './buildOutcome.ts'
import { buildRatings } from './buildRatings.ts'
import { People } from './People.ts'
import { RecordBuilder } from './RecordBuilder.ts'

export function buildRecords(
  { tables, document, attachments }: Pick<ImportPlan, 'tables' | 'document' | 'attachments'>,
  snapshot: WorkshopSnapshot,
  randomBytes: RandomBytes,
): RecordBuilder {
  const builder = new RecordBuilder(snapshot, randomBytes)
  if (document !== undefined) {
    buildDocument(document, builder)
    return builder
  }
  const people = new People(builder)
  // Before everything else, because owners are found among those who wrote or rated.
  addWriters(tables, people)
  const journeyId = buildFrame(tables, builder, people)
  buildMap(tables, builder, people, journeyId)
  buildOutcome(tables, builder, people, journeyId)
  buildRatings(tables, builder, people)
  for (const attachment of attachments) addAttachment(attachment, builder)
  return builder
}

function addWriters({ cards, ratings }: PlainTables, people: People): void {
  for (const { author } of cards) if (author !== '') people.of('participant', author)
  for (const { view, participant } of ratings) if (view === 'inside') people.of('participant', participant)
}

/** The same bytes are the same attachment, whatever the file is called. */
function addAttachment({ name, kind, sha256, bytes, rows }: PlannedAttachment, builder: RecordBuilder): void {
  builder.add('attachments', sha256, { name, kind, sha256, bytes, rows, mime: 'text/csv' })
}
