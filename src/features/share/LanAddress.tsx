/** Asks for the address of this computer in the network, where the page only knows `localhost`. */
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { readAddress } from './lanAddress.logic.ts'

export interface LanAddressProps {
  readonly origin: string
  readonly onChange: (origin: string) => void
}

export function LanAddress({ origin, onChange }: LanAddressProps) {
  const t = useTranslate()
  const [text, setText] = useState('')
  const read = readAddress(text, origin)
  return (
    <Callout tone="warning">
      <p>{t('share.localhost', { host: new URL(origin).host })}</p>
      <TextField
        label={t('share.address')}
        placeholder={t('share.addressPlaceholder')}
        value={text}
        error={text !== '' && !read.ok ? t('share.addressWrong') : undefined}
        onChange={(value) => {
          setText(value)
          const next = readAddress(value, origin)
          onChange(next.ok ? next.value : origin)
        }}
      />
    </Callout>
  )
}
