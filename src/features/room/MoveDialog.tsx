/** Moving to another address, step by step: take a file, open it there, then tell everybody. */
import { Download, ExternalLink, Megaphone, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Result } from '../../shared/result.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { NewAddressError } from './newAddress.logic.ts'

export interface MoveDialogProps {
  /** What all devices are told now, or null. */
  readonly told: { readonly origin: string; readonly isOnly: boolean } | null
  readonly check: (text: string) => Result<string, NewAddressError>
  /** The moderator's own link at an address. */
  readonly linkAt: (origin: string) => string
  readonly onSave: () => void
  readonly onTell: (origin: string, isOnly: boolean) => void
  readonly onTakeBack: () => void
  readonly onClose: () => void
}

const PROBLEMS = {
  wrong: 'room.moveWrong',
  same: 'room.moveSame',
  thisMachine: 'room.moveThisMachine',
} as const

export function MoveDialog(props: MoveDialogProps) {
  const { told, check, onTakeBack, onClose } = props
  const t = useTranslate()
  const [text, setText] = useState(told?.origin ?? '')
  const checked = check(text)
  return (
    <Dialog open size="m" title={t('room.moveTitle')} onClose={onClose}>
      <div className="et-stack">
        <p>{t('room.moveText')}</p>
        {told === null ? null : (
          <Callout
            actions={
              <Button icon={<Undo2 />} onClick={onTakeBack}>
                {t('room.moveTakeBack')}
              </Button>
            }
          >
            <p>{t('room.moveIsSet', { host: new URL(told.origin).host })}</p>
          </Callout>
        )}
        <TextField
          label={t('room.moveAddress')}
          placeholder={t('room.movePlaceholder')}
          value={text}
          error={text.trim() === '' || checked.ok ? undefined : t(PROBLEMS[checked.error])}
          onChange={setText}
        />
        {checked.ok ? <Steps {...props} origin={checked.value} /> : null}
      </div>
    </Dialog>
  )
}

function Steps({ origin, linkAt, onSave, onTell }: MoveDialogProps & { readonly origin: string }) {
  const t = useTranslate()
  const [isOnly, setOnly] = useState(true)
  return (
    <>
      {origin.startsWith('http:') ? (
        <Callout tone="warning">
          <p>{t('room.moveNotHttps')}</p>
        </Callout>
      ) : null}
      <p>{t('room.moveStepFile')}</p>
      <div className="et-row">
        <Button icon={<Download />} onClick={onSave}>
          {t('health.saveCopy')}
        </Button>
      </div>
      <p>{t('room.moveStepOpen')}</p>
      <div className="et-row">
        <a
          className="et-button et-button--secondary et-button--m"
          href={linkAt(origin)}
          target="_blank"
          rel="noopener noreferrer"
        >
          <span className="et-button__icon" aria-hidden="true">
            <ExternalLink />
          </span>
          <span className="et-button__label">{t('room.moveOpen', { host: new URL(origin).host })}</span>
        </a>
      </div>
      <Segmented
        label={t('room.moveStepTell')}
        value={isOnly ? 'only' : 'also'}
        options={[
          { value: 'only', label: t('room.moveOnly') },
          { value: 'also', label: t('room.moveAlso') },
        ]}
        onChange={(value) => setOnly(value === 'only')}
      />
      <p className="et-field__hint">{t(isOnly ? 'room.moveOnlyText' : 'room.moveAlsoText')}</p>
      <div className="et-row">
        <Button tone="primary" icon={<Megaphone />} onClick={() => onTell(origin, isOnly)}>
          {t('room.moveTell')}
        </Button>
      </div>
    </>
  )
}
