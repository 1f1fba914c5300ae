/** One card as a line: what it says and who wrote it. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Card } from '../../model/records/card.ts'
import { namesOf } from './outline.logic.ts'
import { OutlineRow } from './OutlineRow.tsx'

export function OutlineCard({ card }: { readonly card: Card }) {
  const t = useTranslate()
  const names = useSnapshot((snapshot) => namesOf(snapshot, card).join(', '))
  const text = card.text === '' ? t('outline.emptyCard') : card.text
  return (
    <li>
      <OutlineRow item={{ kind: 'card', id: card.id }} what={text}>
        <span className="et-outline__card">{text}</span>
        {names === '' ? null : <span className="et-outline__by">{t('outline.by', { names })}</span>}
      </OutlineRow>
    </li>
  )
}
