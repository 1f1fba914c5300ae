/** Who thinks what of which activity or touchpoint. The view of the table says from where, and who the person is. */
import { keyOf } from '../../model/defineKeyed.ts'
import { ratingKeyed, type RatingSource, type RatingView } from '../../model/records/rating.ts'
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
  for (const [index, row] of ratings.entries()) {
    const { subject_kind: subjectKind, subject_id, participant, value } = row
    const { view, source, group } = PERSPECTIVES[row.view]
    const subjects = subjectKind === 'activity' ? 'activities' : 'touchpoints'
    const subjectId = builder.idOf(subjects, subject_id)
    const personId = people.of(group, participant)
    const key = { subjectKind, subjectId, view, source, roundId: firstRound, personId }
    // A rating that is here keeps its row, so that a line more in the file is no change of all that follow.
    const held = builder.snapshot.ratings.get(keyOf(ratingKeyed, key))
    builder.addEntry({ table: 'ratings', entry: { ...key, value, row: held?.row ?? index + 1 } })
  }
}
