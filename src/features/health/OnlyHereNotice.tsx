/** On the start page: which workshops have work that their relay does not have yet, though nobody has opened them. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'

export function OnlyHereNotice({ titles }: { readonly titles: readonly string[] }) {
  const t = useTranslate()
  if (titles.length === 0) return null
  return (
    <Callout tone="warning" title={t('health.onlyHereTitle', { n: titles.length })}>
      <p>{t('health.onlyHereText', { titles: titles.join(', ') })}</p>
    </Callout>
  )
}
