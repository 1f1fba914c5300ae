/** What must be said before work begins: this browser keeps nothing, perhaps not for long, or has hardly any room. */
import type { MessageKey } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { KeepingHints } from '../../storage/keepingHints.ts'
import { Callout } from '../../ui/Callout.tsx'

export interface StartNoticeProps {
  /** Why nothing can be stored here, in words; null when it can. */
  readonly failure: string | null
  readonly hints: KeepingHints
}

export function StartNotice({ failure, hints }: StartNoticeProps) {
  const t = useTranslate()
  if (failure !== null) {
    return (
      <Callout tone="error" title={t('health.startFailedTitle')}>
        <p>{failure}</p>
        <p>{t('health.startFailedText')}</p>
      </Callout>
    )
  }
  const warning = warningOf(hints)
  if (warning === null) return null
  return (
    <Callout tone="warning" title={t(warning.title)}>
      <p>{t(warning.text)}</p>
    </Callout>
  )
}

type PlainKey = Extract<MessageKey, `health.start${string}`>

function warningOf({ isPrivate, isTight, isClearedAfterDays }: KeepingHints): {
  readonly title: PlainKey
  readonly text: PlainKey
} | null {
  if (isPrivate) return { title: 'health.startPrivateTitle', text: 'health.startPrivateText' }
  if (isTight) return { title: 'health.startTightTitle', text: 'health.startTightText' }
  return isClearedAfterDays ? { title: 'health.startSafariTitle', text: 'health.startSafariText' } : null
}
