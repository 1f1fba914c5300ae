/** "A new version is here": quiet, at the edge, never in the way; updates only when no tab would lose anything. */
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import type { AppUpdate } from './appUpdate.ts'
import type { TabObjection } from './tabAgreement.ts'
import './UpdatePrompt.css'

const OBJECTIONS = {
  unsaved: 'update.unsaved',
  typing: 'update.typing',
  presenting: 'update.presenting',
  silent: 'update.silent',
} as const satisfies Readonly<Record<TabObjection, string>>

export function UpdatePrompt({ update }: { readonly update: AppUpdate }) {
  const t = useTranslate()
  const state = useReadableValue(update.state)
  const [later, setLater] = useState(false)
  if (state.state === 'current' || later) return null
  const objection = state.state === 'waiting' ? state.objection : null
  return (
    <section className="et-update" aria-live="polite">
      <p>{objection === null ? t('update.ready') : t(OBJECTIONS[objection])}</p>
      <div className="et-row">
        <Button
          tone="primary"
          icon={<RefreshCw />}
          disabled={state.state === 'updating'}
          onClick={() => void update.apply()}
        >
          {t('update.now')}
        </Button>
        <Button tone="quiet" onClick={() => setLater(true)}>
          {t('update.later')}
        </Button>
      </div>
    </section>
  )
}
