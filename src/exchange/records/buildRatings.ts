/** Who thinks what of which activity or touchpoint. The view of the table says from where, and who the person is. */
import type { RatingSource, RatingView } from '../../model/records/rating.ts'
import { firstRound } from '../../model/records/round.ts'
import type { PlainTables } from '../tables/parsedTables.ts'
import type { RowValues } from '../tables/tableFormat.ts'
import type { People, PersonGroup } from './People.ts'
import type { RecordBuilder } from './RecordBuilder.ts'

interface Perspective {
  readonly view: RatingView
  readonly source: RatingSource
  readonly group: PersonGroup
}

const PERSPECTIVES: Readonly<Record<RowValues<'ratings'>['view'], Perspective>> = {
  inside: { view: 'inside', source: 'staff', group: 'participant' },
  customer: { view: 'outside', source: 'customer', group: 'customer' },
  outside: { view: 'outside', source: 'consultant', group: 'consultant' },
}

export function buildRatings({ ratings }: PlainTables, builder: RecordBuilder, people: People): void {
  for (const row of ratings) {
    const { subject_kind: subjectKind, subject_id, participant, value } = row
    const { view, source, group } = PERSPECTIVES[row.view]
    const subjects = subjectKind === 'activity' ? 'activities' : 'touchpoints'
    const subjectId = builder.idOf(subjects, subject_id)
    const personId = people.of(group, participant)
    builder.addEntry({
      table: 'ratings',
      entry: { subjectKind, subjectId, view, source, roundId: firstRound, personId, value },
    })
  }
}
