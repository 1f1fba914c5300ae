/** New, join, open: the three ways into a workshop, as large as fingers like them. */
import { FolderOpen, Plus, QrCode } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import './HomeActions.css'

export interface HomeActionsProps {
  readonly onNew: () => void
  readonly onJoin: () => void
  readonly onFiles: (files: readonly File[]) => void
}

interface ActionProps {
  readonly tone: 'primary' | 'sun' | 'plain'
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly onClick: () => void
}

function Action({ tone, icon, title, hint, onClick }: ActionProps) {
  return (
    <button type="button" className={`et-action et-action--${tone}`} onClick={onClick}>
      <span className="et-action__icon" aria-hidden="true">
        {icon}
      </span>
      <span className="et-action__words">
        <span className="et-action__title">{title}</span>
        <span className="et-action__hint">{hint}</span>
      </span>
    </button>
  )
}

export function HomeActions({ onNew, onJoin, onFiles }: HomeActionsProps) {
  const t = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="et-actions">
      <Action
        tone="primary"
        icon={<Plus />}
        title={t('home.newWorkshop')}
        hint={t('home.newHint')}
        onClick={onNew}
      />
      <Action
        tone="sun"
        icon={<QrCode />}
        title={t('home.join')}
        hint={t('home.joinHint')}
        onClick={onJoin}
      />
      <Action
        tone="plain"
        icon={<FolderOpen />}
        title={t('home.openFile')}
        hint={t('home.openFileHint')}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={t('home.openFile')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </div>
  )
}
