/**
 * Letting go of a pin records what the group agreed on. A hand that only wanted to move the map may have caught it, so
 * it is said aloud, and one tap brings back what stood there: an earlier agreement, or the middle of the ratings.
 */
import type { CommandResult } from '../../model/commandResult.ts'
import { agreeValue } from '../../model/commands/agreeValue.ts'
import { ratingStats } from '../../model/select/ratingStats.ts'
import { showToast } from '../../ui/toastStore.ts'
import { languageTag } from '../../i18n/translate.ts'
import type { PinDrag } from './MapSession.ts'
import type { ActionContext } from './ActionContext.ts'

export function dragPin(
  context: Pick<ActionContext, 'workshop' | 'actor' | 't' | 'locale'>,
  { activityId, view, value }: PinDrag,
  done: <T>(result: CommandResult<T>) => T | null,
): void {
  const { workshop, actor } = context
  const t = context.t()
  const subject = { kind: 'activity', id: activityId } as const
  const agreed = () => ratingStats(workshop.snapshot(), subject, { view }).agreed?.value ?? null
  const before = agreed()
  if (before === value) return
  if (done(agreeValue(workshop, actor(), { subject, view, value })) === null) return
  const activity = workshop.snapshot().activities.get(activityId)?.text ?? ''
  const words = {
    value: value.toLocaleString(languageTag(context.locale())),
    activity: activity === '' ? t('canvas.emptyActivity') : activity,
  }
  showToast(t(view === 'inside' ? 'canvas.pinAgreedInside' : 'canvas.pinAgreedOutside', words), {
    action: {
      label: t('common.undo'),
      onAction: () => {
        // Somebody may have settled on something else meanwhile: that is not this step's to take back.
        if (agreed() === value) done(agreeValue(workshop, actor(), { subject, view, value: before }))
      },
    },
  })
}
