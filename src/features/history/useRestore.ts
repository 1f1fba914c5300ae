/** Brings a version back: first what is here now becomes a version with a name, then one undoable change on top. */
import { useCallback } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { restoreVersion } from '../../model/commands/restoreVersion.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { systemClock } from '../../shared/clock.ts'
import { formatTimeOfDay } from '../../ui/formatWhen.ts'
import { showToast } from '../../ui/toastStore.ts'
import type { HistoryTools } from './historyTools.ts'
import { keepAs } from './keepAs.ts'

/** True when it is done; when it is not, it was said why and nothing was changed. */
export function useRestore(tools: HistoryTools): (version: WorkshopSnapshot) => Promise<boolean> {
  const t = useTranslate()
  const locale = useLocale()
  const run = useRun()
  const { history } = useWorkshop()
  return useCallback(
    async (version) => {
      // Without a name the next copies of these minutes would thin it away, and undo ends with this page.
      const name = t('history.beforeRestore', { when: formatTimeOfDay(locale, systemClock.now()) })
      const kept = await keepAs(tools, name, { leaveNamed: true })
      if (!kept.ok) {
        showToast(t('history.notRestored', { reason: tools.reasonOf(kept.error) }), { tone: 'error' })
        return false
      }
      const count = history.gesture(() => run((workshop, actor) => restoreVersion(workshop, actor, version)))
      // Nothing was changed, so nothing needs to be kept from it.
      if ((count === null || count === 0) && kept.value.nameBefore === null)
        await tools.name(kept.value.id, '')
      if (count === null) return false
      if (count === 0) showToast(t('history.nothingToRestore'))
      else {
        showToast(t('history.restored', { n: count }), {
          action: { label: t('common.undo'), onAction: () => void history.undo() },
        })
      }
      return true
    },
    [tools, run, history, t, locale],
  )
}
