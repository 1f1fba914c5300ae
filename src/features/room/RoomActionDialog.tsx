/** Something that a moderator does to the whole room, said plainly before it happens: new links, or closing it. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'

export interface RoomActionDialogProps {
  readonly action: 'newLinks' | 'close'
  /** Pictures that have not come to this device. */
  readonly missingPictures: number
  readonly isBusy: boolean
  /** Why it was not done, in words. */
  readonly problem: string | null
  /** Also offered before, such as saving a file. */
  readonly before: ReactNode
  readonly onDo: () => void
  readonly onClose: () => void
}

export function RoomActionDialog(props: RoomActionDialogProps) {
  const { action, isBusy, problem, onClose } = props
  const t = useTranslate()
  return (
    <Dialog
      open
      size="m"
      title={t(`room.${action}Title`)}
      onClose={isBusy ? () => undefined : onClose}
      footer={
        <>
          <Button disabled={isBusy} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="danger" disabled={isBusy} onClick={props.onDo}>
            {t(`room.${action}Do`)}
          </Button>
        </>
      }
    >
      <div className="et-stack">
        <p>{t(`room.${action}Text`)}</p>
        {action === 'newLinks' ? (
          <>
            <p>{t('room.newLinksOthers')}</p>
            <p>{t('room.newLinksSheet')}</p>
          </>
        ) : (
          <CloseText missingPictures={props.missingPictures} />
        )}
        <div className="et-row">{props.before}</div>
        {isBusy ? <Progress label={t('room.working')} /> : null}
        {problem === null ? null : (
          <Callout tone="error">
            <p>{problem}</p>
          </Callout>
        )}
      </div>
    </Dialog>
  )
}

function CloseText({ missingPictures }: { readonly missingPictures: number }) {
  const t = useTranslate()
  return (
    <>
      <p>{t('room.closeUndelivered')}</p>
      {missingPictures === 0 ? null : (
        <Callout tone="warning">
          <p>{t('room.closePictures', { n: missingPictures })}</p>
        </Callout>
      )}
      <p>{t('room.closeAgain')}</p>
    </>
  )
}
