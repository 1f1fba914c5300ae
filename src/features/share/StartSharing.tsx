/** The step from "on this device" to "on the relay": said plainly, one button. */
import { Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface StartSharingProps {
  readonly host: string
  /** The relay asked for its token. */
  readonly needsToken: boolean
  /** It asked again after one was entered. */
  readonly isTokenWrong: boolean
  readonly onStart: (creationToken: string | undefined) => void
}

export function StartSharing({ host, needsToken, isTokenWrong, onStart }: StartSharingProps) {
  const t = useTranslate()
  const [token, setToken] = useState('')
  const start = () => onStart(token.trim() === '' ? undefined : token.trim())
  return (
    <form
      className="et-stack"
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <p>{t('share.startText', { host })}</p>
      {needsToken ? (
        <TextField
          label={t('share.token')}
          hint={t('share.tokenText')}
          {...(isTokenWrong && token === '' ? { error: t('share.tokenWrong') } : {})}
          value={token}
          onChange={setToken}
        />
      ) : null}
      <Button type="submit" tone="primary" size="l" icon={<Waypoints />}>
        {t('share.start', { host })}
      </Button>
    </form>
  )
}
