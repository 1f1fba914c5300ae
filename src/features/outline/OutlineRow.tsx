/** A line of the outline with its edit button; open, it shows the fields right below. */
import { ChevronUp, MessageSquare, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { openCommentsOn } from '../../model/select/commentThreads.ts'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useOutline } from './OutlineContext.ts'
import type { OutlineItem } from './outlineItem.ts'
import { useFocusAfter } from './useFocusAfter.ts'

export interface OutlineRowProps {
  readonly item: OutlineItem
  /** What is edited, in words. */
  readonly what: string
  readonly children: ReactNode
}

export function OutlineRow({ item, what, children }: OutlineRowProps) {
  const t = useTranslate()
  const { openId, open, renderEditor } = useOutline()
  const isOpen = openId === item.id
  const comments = useSnapshot((snapshot) => openCommentsOn(snapshot, item))
  const whole = useRef<HTMLDivElement>(null)
  useFocusAfter(whole)
  return (
    <div ref={whole}>
      <div className="et-outline__row">
        <div className="et-outline__text">{children}</div>
        {comments === 0 ? null : (
          <Chip icon={<MessageSquare />} tone="accent">
            {t('comments.openCount', { n: comments })}
          </Chip>
        )}
        <IconButton
          label={isOpen ? t('outline.stopEditing', { what }) : t('outline.edit', { what })}
          icon={isOpen ? <ChevronUp /> : <Pencil />}
          aria-expanded={isOpen}
          onClick={() => open(isOpen ? null : item)}
        />
      </div>
      {isOpen ? <div className="et-outline__editor">{renderEditor(item, () => open(null))}</div> : null}
    </div>
  )
}
