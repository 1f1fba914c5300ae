/** What the group gave an activity or a touchpoint, from inside and from outside, in words. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { languageTag } from '../../i18n/translate.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import type { RatingView } from '../../model/records/rating.ts'
import { ratingStats } from '../../model/select/ratingStats.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { Subject } from '../../model/subject.ts'

export function OutlineValues({ subject }: { readonly subject: Subject }) {
  return (
    <>
      <Value subject={subject} view="inside" />
      <Value subject={subject} view="outside" />
    </>
  )
}

const VIEWS = { inside: 'map.inside', outside: 'map.outside' } as const

interface ValueProps {
  readonly subject: Subject
  readonly view: RatingView
}

function Value({ subject, view }: ValueProps) {
  const t = useTranslate()
  const locale = useLocale()
  const shown = useSnapshot((snapshot) => valueOf(snapshot, subject, view))
  if (shown === null) return null
  const format = new Intl.NumberFormat(languageTag(locale), { maximumFractionDigits: 1 })
  const words = { view: t(VIEWS[view]), value: format.format(shown.value) }
  return (
    <span className="et-outline__by">
      {shown.ratings === null
        ? t('outline.agreedValue', words)
        : t('outline.ratedValue', { ...words, n: shown.ratings })}
    </span>
  )
}

/** What was agreed, else the median, unless the moderator keeps ratings back until everybody has given theirs. */
function valueOf(snapshot: WorkshopSnapshot, subject: Subject, view: RatingView) {
  if (snapshot.stage.hidesRatings) return null
  const { agreed, statistics } = ratingStats(snapshot, subject, { view })
  if (agreed?.value != null) return { value: agreed.value, ratings: null }
  return statistics === null ? null : { value: statistics.median, ratings: statistics.n }
}
