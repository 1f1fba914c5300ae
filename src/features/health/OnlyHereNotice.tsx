/** On the start page: which workshops have work that their relay does not have, though nobody has opened them. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'

export interface OnlyHereNoticeProps {
  /** Their work goes to the relay by itself as soon as it can be reached. */
  readonly titles: readonly string[]
  /** Theirs goes there with a new link only: their rooms were closed, or moved to new links. */
  readonly closed: readonly string[]
}

export function OnlyHereNotice({ titles, closed }: OnlyHereNoticeProps) {
  const t = useTranslate()
  const n = titles.length + closed.length
  if (n === 0) return null
  return (
    <Callout tone="warning" title={t('health.onlyHereTitle', { n })}>
      {titles.length === 0 ? null : <p>{t('health.onlyHereText', { titles: titles.join(', ') })}</p>}
      {closed.length === 0 ? null : <p>{t('health.onlyHereClosed', { titles: closed.join(', ') })}</p>}
    </Callout>
  )
}
