/** The one chip that says where the work is; pressing it opens the whole story. */
import { CloudCheck, CloudOff, CloudUpload, LoaderCircle, Smartphone, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { ChipState } from './statusChip.logic.ts'
import './StatusChip.css'

const ICONS: Readonly<Record<ChipState['kind'], ReactNode>> = {
  notSaved: <TriangleAlert />,
  loading: <LoaderCircle />,
  saving: <LoaderCircle />,
  onThisDevice: <Smartphone />,
  refused: <CloudOff />,
  waiting: <CloudUpload />,
  waitingUncounted: <CloudUpload />,
  pictures: <CloudUpload />,
  offline: <CloudOff />,
  sent: <CloudUpload />,
  onRelay: <CloudCheck />,
}

const TONES: Readonly<Record<ChipState['kind'], string>> = {
  notSaved: 'danger',
  loading: 'neutral',
  saving: 'neutral',
  onThisDevice: 'good',
  refused: 'sun',
  waiting: 'sun',
  waitingUncounted: 'sun',
  pictures: 'sun',
  offline: 'sun',
  sent: 'neutral',
  onRelay: 'good',
}

export function chipText(t: Translate, state: ChipState): string {
  const isCounted = state.kind === 'pictures' || state.kind === 'waiting'
  return isCounted ? t(`health.${state.kind}`, { n: state.n }) : t(`health.${state.kind}`)
}

export interface StatusChipProps {
  readonly state: ChipState
  readonly open: boolean
  readonly onClick: () => void
}

export function StatusChip({ state, open, onClick }: StatusChipProps) {
  const t = useTranslate()
  const text = chipText(t, state)
  return (
    <button
      type="button"
      className={`et-status et-status--${TONES[state.kind]}`}
      aria-expanded={open}
      aria-label={t('health.chipLabel', { state: text })}
      onClick={onClick}
    >
      <span className="et-status__icon" aria-hidden="true">
        {ICONS[state.kind]}
      </span>
      <span className="et-status__text">{text}</span>
      {state.kind === 'waiting' ? (
        <span className="et-status__short">{t('health.waitingShort', { n: state.n })}</span>
      ) : null}
      {'n' in state ? <span className="et-status__count">{Math.min(state.n, 999)}</span> : null}
    </button>
  )
}
