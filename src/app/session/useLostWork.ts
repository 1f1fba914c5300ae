/** Offers back what somebody deleted while the person at this device was writing on it. */
import { useEffect } from 'react'
import { binnedText } from '../../features/bin/binnedText.logic.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { restoreRecord } from '../../model/commands/restoreRecord.ts'
import type { LostWork } from '../../model/watchLostWork.ts'
import { watchLostWork } from '../../model/watchLostWork.ts'
import { showToast } from '../../ui/toastStore.ts'
import { reasonText } from '../reasonText.ts'
import type { WorkshopSession } from './workshopSession.ts'

/** So much of a text is enough to recognise it. */
const SHOWN = 60

export function useLostWork({ document, actor, history }: WorkshopSession): void {
  const t = useTranslate()
  useEffect(() => {
    const bringBack = ({ deleted: { table, id } }: LostWork) => {
      const back = history.gesture(() => restoreRecord(document, actor.get(), { table, id: id as never }))
      // Somebody else may have been quicker.
      if (!back.ok && back.error.code !== 'notFound') showToast(reasonText(t, back.error), { tone: 'error' })
    }
    const onLost = (lost: LostWork) => {
      const snapshot = document.snapshot()
      const whole = binnedText(snapshot, lost.work)
      const text = whole.length > SHOWN ? `${whole.slice(0, SHOWN)}…` : whole || t('bin.untitled')
      const name = lost.by === null ? '' : (snapshot.persons.get(lost.by)?.name ?? '')
      showToast(name === '' ? t('bin.offerBackNobody', { text }) : t('bin.offerBack', { name, text }), {
        action: { label: t('bin.bringBack'), onAction: () => bringBack(lost) },
      })
    }
    return watchLostWork(document, { personId: () => actor.get().personId, onLost })
  }, [document, actor, history, t])
}
