/** Everything about one customer activity: its words, its phase, its marks, what the group and oneself think of it. */
import { Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ActivityMarks } from './ActivityMarks.tsx'
import { ActivityPlaceFields } from './ActivityPlaceFields.tsx'
import { AuthorsLine } from './AuthorsLine.tsx'
import type { PictureTools } from './pictureTools.ts'
import { Pictures } from './Pictures.tsx'
import { RatingField } from './RatingField.tsx'

export interface ActivityInspectorProps {
  readonly activityId: ActivityId
  readonly pictures: PictureTools
  /** Somebody wants to rate and has not said who they are: the app opens the place where that is said. */
  readonly onWho: () => void
  readonly onGone: () => void
}

export function ActivityInspector({ activityId, pictures, onWho, onGone }: ActivityInspectorProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const edit = useEdit('activities', activityId)
  const activity = useRecord('activities', activityId)
  if (activity === null) return <p>{t('inspector.gone')}</p>
  return (
    <div className="et-stack">
      <TextField
        label={t('inspector.text')}
        hint={t('inspector.activityHint')}
        multiline
        value={activity.text}
        readOnly={!mayWrite}
        onChange={(text) => edit.text('text', text)}
      />
      <AuthorsLine authorIds={activity.authorIds} />
      <RatingField subject={{ kind: 'activity', id: activityId }} onWho={onWho} />
      <ActivityMarks activity={activity} mayWrite={mayWrite} />
      <ActivityPlaceFields activity={activity} mayWrite={mayWrite} />
      <Pictures
        mediaIds={activity.mediaIds}
        mayWrite={mayWrite}
        tools={pictures}
        target={{ kind: 'activity', id: activityId }}
      />
      {mayWrite ? (
        <Button
          tone="danger"
          icon={<Trash2 />}
          onClick={() => (remove({ table: 'activities', ids: [activityId] }) ? onGone() : undefined)}
        >
          {t('inspector.deleteActivity')}
        </Button>
      ) : null}
    </div>
  )
}
