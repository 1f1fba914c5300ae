/** The open workshop for everything inside, with the messages about refused and undone things. */
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import type { Feedback } from '../../bindings/FeedbackContext.ts'
import { FeedbackContext } from '../../bindings/FeedbackContext.ts'
import { WorkshopProvider } from '../../bindings/WorkshopProvider.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { restoreRecord } from '../../model/commands/restoreRecord.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { reasonText } from '../reasonText.ts'
import type { WorkshopSession } from './workshopSession.ts'

export interface SessionProviderProps {
  readonly session: WorkshopSession
  readonly children: ReactNode
}

export function SessionProvider({ session, children }: SessionProviderProps) {
  const t = useTranslate()
  const actor = useReadableValue(session.actor)
  const { document, history } = session
  const feedback = useMemo<Feedback>(() => {
    const refused: Feedback['refused'] = (error) => void showToast(reasonText(t, error), { tone: 'error' })
    const restore = ({ table, ids }: Parameters<Feedback['deleted']>[0]) =>
      history.gesture(() => {
        for (const id of ids) {
          const restored = restoreRecord(document, session.actor.get(), { table, id: id as never })
          if (!restored.ok) refused(restored.error)
        }
      })
    return {
      refused,
      deleted: (deleted) =>
        void showToast(t('inspector.deleted', { n: deleted.count }), {
          action: { label: t('common.undo'), onAction: () => restore(deleted) },
        }),
    }
  }, [t, document, history, session])
  return (
    <WorkshopProvider workshop={document} actor={actor} history={history}>
      <FeedbackContext value={feedback}>{children}</FeedbackContext>
    </WorkshopProvider>
  )
}
