/** The top of the bottom sheet: what is being written, and the two ways on that a touch keyboard lacks keys for. */
import { useValue } from '@tldraw/editor'
import { ArrowRight, Check, CornerDownLeft } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useKeyboardInset } from '../../ui/useKeyboardInset.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { type EditTarget, isDraft } from './EditTarget.ts'
import { afterEnter, afterTab } from './nextTarget.ts'

export function SheetBar({ target, label }: { readonly target: EditTarget; readonly label: string }) {
  const session = useMapSession()
  const t = useTranslate()
  const layout = useValue(session.layout)
  useKeyboardInset()
  const isActivity = isDraft(target) ? target.draft === 'activity' : target.kind === 'activity'
  const goTo = (next: EditTarget | null) => {
    if (next !== null) session.editing.set(next)
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
        label={t('canvas.nextActivity')}
        icon={<ArrowRight />}
        onClick={() => goTo(afterTab(layout, session.snapshot.get(), target, 1))}
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
