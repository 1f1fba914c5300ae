/** Several cards or activities at once: move them together, delete them together, each as one step to take back. */
import { Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import type { InspectedItem } from './inspectedItem.ts'
import { MoveCards } from './MoveCards.tsx'

export interface SeveralInspectorProps {
  readonly items: readonly InspectedItem[]
  readonly onGone: () => void
}

const TABLES = {
  card: 'cards',
  activity: 'activities',
  phase: 'phases',
  lane: 'lanes',
  placement: 'placements',
} as const

export function SeveralInspector({ items, onGone }: SeveralInspectorProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const { history } = useWorkshop()
  const cardIds = items.flatMap((item) => (item.kind === 'card' ? [item.id] : []))
  if (!mayWrite) return null
  const deleteAll = () => {
    const done = history.gesture(() =>
      Object.entries(TABLES).every(([kind, table]) => {
        const ids = items.filter((item) => item.kind === kind).map((item) => item.id)
        return ids.length === 0 || remove({ table, ids: ids as never })
      }),
    )
    if (done) onGone()
  }
  return (
    <div className="et-stack">
      {cardIds.length === items.length ? <MoveCards cardIds={cardIds} /> : null}
      <Button tone="danger" icon={<Trash2 />} onClick={deleteAll}>
        {t('inspector.deleteSeveral')}
      </Button>
    </div>
  )
}
