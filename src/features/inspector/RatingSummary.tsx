/** What the group thinks: median, spread, number of opinions, and what was agreed. */
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { languageTag } from '../../i18n/translate.ts'
import type { RatingStats } from '../../model/select/ratingStats.ts'
import { Chip } from '../../ui/Chip.tsx'

export function RatingSummary({ stats }: { readonly stats: RatingStats }) {
  const t = useTranslate()
  const locale = useLocale()
  const { statistics, agreed } = stats
  const number = (value: number) =>
    new Intl.NumberFormat(languageTag(locale), { maximumFractionDigits: 1 }).format(value)
  return (
    <div className="et-row">
      {agreed?.value == null ? null : (
        <Chip tone="accent">{t('inspector.agreed', { value: number(agreed.value) })}</Chip>
      )}
      <span className="et-rating__note">
        {statistics === null
          ? t('inspector.noRatings')
          : t('inspector.statistics', {
              n: statistics.n,
              median: number(statistics.median),
              min: number(statistics.min),
              max: number(statistics.max),
            })}
      </span>
    </div>
  )
}
