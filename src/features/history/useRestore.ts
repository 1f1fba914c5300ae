/** Brings a version back: first what is here now becomes a version itself, then one undoable change on top. */
import { useCallback } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { restoreVersion } from '../../model/commands/restoreVersion.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { showToast } from '../../ui/toastStore.ts'
import type { HistoryTools } from './historyTools.ts'

/** True when it is done; when it is not, it was said why and nothing was changed. */
export function useRestore(tools: HistoryTools): (version: WorkshopSnapshot) => Promise<boolean> {
  const t = useTranslate()
  const run = useRun()
  const { history } = useWorkshop()
  return useCallback(
    async (version) => {
      const kept = await tools.keepNow()
      if (!kept.ok) {
        showToast(t('history.failed', { reason: tools.reasonOf(kept.error) }), { tone: 'error' })
        return false
      }
      const count = history.gesture(() => run((workshop, actor) => restoreVersion(workshop, actor, version)))
      if (count === null) return false
      if (count === 0) showToast(t('history.nothingToRestore'))
      else {
        showToast(t('history.restored', { n: count }), {
          action: { label: t('common.undo'), onAction: () => void history.undo() },
        })
      }
      return true
    },
    [tools, run, history, t],
  )
}
