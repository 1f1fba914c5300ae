/** Which phases or lanes are printed: folded away, because most posters show everything. */
import { ChevronRight } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Named } from './posterTools.ts'
import '../../ui/Field.css'

export interface PickedPartsProps<Id extends string> {
  readonly label: string
  readonly parts: readonly Named<Id>[]
  /** Null is all. */
  readonly chosen: readonly Id[] | null
  readonly onChange: (id: Id, isIn: boolean) => void
}

export function PickedParts<Id extends string>({ label, parts, chosen, onChange }: PickedPartsProps<Id>) {
  const t = useTranslate()
  const all = parts.length
  const n = chosen === null ? all : parts.filter(({ id }) => chosen.includes(id)).length
  return (
    <details className="et-poster-parts">
      <summary>
        <ChevronRight aria-hidden="true" />
        <span>{label}</span>
        <span>{n === all ? t('posterDialog.partsAll', { n }) : t('posterDialog.partsSome', { n, all })}</span>
      </summary>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <label>
              <input
                className="et-checkbox"
                type="checkbox"
                checked={chosen?.includes(id) ?? true}
                onChange={(event) => onChange(id, event.target.checked)}
              />
              {title}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
