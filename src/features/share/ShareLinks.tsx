/** One role, its link, its code. */
import { Copy, Send } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import { useId, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { LanAddress } from './LanAddress.tsx'
import { isOnlyThisMachine } from './lanAddress.logic.ts'
import type { ShareRole } from './shareRole.ts'
import './Share.css'

export interface ShareLinksProps {
  readonly roles: readonly ShareRole[]
  readonly origin: string
  readonly linkFor: (role: ShareRole, origin: string) => string
}

export function ShareLinks({ roles, origin, linkFor }: ShareLinksProps) {
  const t = useTranslate()
  const usual = roles.find((role) => role === 'writer') ?? roles[0] ?? 'reader'
  const [role, setRole] = useState<ShareRole>(usual)
  const [address, setAddress] = useState(origin)
  const link = linkFor(role, address)
  return (
    <div className="et-share">
      <div className="et-stack">
        <RoleChoice roles={roles} role={role} onChange={setRole} />
        {isOnlyThisMachine(origin) ? <LanAddress origin={origin} onChange={setAddress} /> : null}
        <LinkField link={link} />
        <p className="et-field__hint">{t('share.secretHint')}</p>
        <p className="et-field__hint">{t('share.onlyMap')}</p>
      </div>
      <div className="et-share__code">
        <QrCode text={withoutTitle(link)} label={t('share.qrLabel')} />
      </div>
    </div>
  )
}

/** The title behind the code only greets; without it the squares are larger and easier to scan. */
function withoutTitle(link: string): string {
  const [address = '', fragment = ''] = link.split('#')
  return `${address}#${fragment.split('.')[0] ?? ''}`
}

interface RoleChoiceProps {
  readonly roles: readonly ShareRole[]
  readonly role: ShareRole
  readonly onChange: (role: ShareRole) => void
}

function RoleChoice({ roles, role, onChange }: RoleChoiceProps) {
  const t = useTranslate()
  const id = useId()
  return (
    <RadioGroup.Root
      className="et-roles"
      aria-label={t('share.role')}
      value={role}
      onValueChange={(value) => {
        const chosen = roles.find((candidate) => candidate === value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {roles.map((one) => (
        <RadioGroup.Item
          key={one}
          value={one}
          className="et-roles__item"
          aria-label={t(`share.${one}`)}
          aria-describedby={`${id}-${one}`}
        >
          <span className="et-roles__title">{t(`share.${one}`)}</span>
          <span id={`${id}-${one}`}>{t(`share.${one}Text`)}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}

function LinkField({ link }: { readonly link: string }) {
  const t = useTranslate()
  const id = useId()
  const copy = () => {
    const failed = () => void showToast(t('share.copyFailed'), { tone: 'error' })
    // There is no clipboard on plain http.
    if (!('clipboard' in navigator)) return failed()
    return void navigator.clipboard.writeText(link).then(() => showToast(t('share.copied')), failed)
  }
  const canSend = 'share' in navigator
  return (
    <div className="et-field">
      <label className="et-field__label" htmlFor={id}>
        {t('share.link')}
      </label>
      <input id={id} className="et-input" readOnly value={link} onFocus={(event) => event.target.select()} />
      <div className="et-row">
        <Button icon={<Copy />} tone="primary" onClick={copy}>
          {t('share.copy')}
        </Button>
        {canSend ? (
          <Button icon={<Send />} onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
            {t('share.send')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
