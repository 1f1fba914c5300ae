/** The top of the bottom sheet: what is being written, and the two ways on that a touch keyboard lacks keys for. */
import { useValue } from '@tldraw/editor'
import { ArrowRight, Check, CornerDownLeft } from 'lucide-react'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useKeyboardInset } from '../../ui/useKeyboardInset.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { type EditTarget, isDraft } from './EditTarget.ts'
import { afterEnter, afterTab } from './nextTarget.ts'

export function SheetBar({ target, label }: { readonly target: EditTarget; readonly label: string }) {
  const session = useMapSession()
  const t = useTranslate()
  const layout = useValue(session.layout)
  const snapshot = useValue(session.snapshot)
  useKeyboardInset()
  const isActivity = isDraft(target) ? target.draft === 'activity' : target.kind === 'activity'
  const next = afterTab(layout, snapshot, target, 1)
  const goTo = (to: EditTarget | null) => {
    if (to !== null) session.editing.set(to)
  }
  return (
    // Buttons here never take the focus: the keyboard of the tablet stays up.
    <div className="map-text__bar" onPointerDown={(event) => event.preventDefault()}>
      <span className="map-text__label">{label}</span>
      <IconButton
        label={t(isActivity ? 'canvas.addActivityAfter' : 'canvas.nextCard')}
        icon={<CornerDownLeft />}
        disabled={afterEnter(layout, target) === null}
        onClick={() => goTo(afterEnter(layout, target))}
      />
      <IconButton
        label={wayOn(next, snapshot, t)}
        icon={<ArrowRight />}
        aria-disabled={next === null}
        onClick={() => goTo(next)}
      />
      <IconButton
        label={t('common.done')}
        icon={<Check />}
        tone="solid"
        onClick={() => session.editing.set(null)}
      />
    </div>
  )
}

/** Says where it leads, and why it leads nowhere at the end. */
function wayOn(next: EditTarget | null, snapshot: WorkshopSnapshot, t: Translate): string {
  if (next === null) return t('canvas.noNextActivity')
  if (!isDraft(next) || next.draft !== 'activity' || next.phaseId === null) return t('canvas.nextActivity')
  const phase = snapshot.phases.get(next.phaseId)?.title ?? ''
  return phase === '' ? t('canvas.nextActivity') : t('canvas.nextInPhase', { phase })
}
