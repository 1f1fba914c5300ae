/** One workshop of this device: its map as a small picture, its name, when it was open, where it is kept. */
import {
  CloudOff,
  CloudUpload,
  Copy,
  EllipsisVertical,
  LogOut,
  Pencil,
  Smartphone,
  Trash2,
  Waypoints,
} from 'lucide-react'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { isRoomClosed, type WorkshopEntry } from '../../storage/workshopEntry.ts'
import { Chip } from '../../ui/Chip.tsx'
import { formatWhen } from '../../ui/formatWhen.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MapThumbnail } from './MapThumbnail.tsx'
import { roleKey } from './roleKey.logic.ts'
import './WorkshopTile.css'

export interface WorkshopTileProps {
  readonly entry: WorkshopEntry
  readonly now: number
  readonly onOpen: () => void
  readonly onRename: () => void
  readonly onDuplicate: () => void
  readonly onHandBack: () => void
  readonly onRemove: () => void
}

export function WorkshopTile({
  entry,
  now,
  onOpen,
  onRename,
  onDuplicate,
  onHandBack,
  onRemove,
}: WorkshopTileProps) {
  const t = useTranslate()
  const locale = useLocale()
  const title = entry.title === '' ? t('home.untitled') : entry.title
  const when = formatWhen(locale, entry.lastOpenedAt, now) ?? t('home.justNow')
  return (
    <article className="et-tile">
      <button type="button" className="et-tile__open" onClick={onOpen} aria-label={t('home.open', { title })}>
        <MapThumbnail picture={entry.thumbnail} />
        <span className="et-tile__title">{title}</span>
      </button>
      <div className="et-tile__foot">
        <div className="et-tile__facts">
          <span className="et-tile__when">{t('home.opened', { when })}</span>
          <span className="et-row">
            <WhereChip entry={entry} />
            {entry.role === 'moderator' ? null : <Chip>{t(roleKey(entry.role))}</Chip>}
          </span>
        </div>
        <Menu
          trigger={<IconButton label={t('home.more', { title })} icon={<EllipsisVertical />} />}
          items={[
            {
              id: 'rename',
              label: t('common.rename'),
              icon: <Pencil />,
              disabled: entry.role !== 'moderator' && entry.role !== 'writer',
              onSelect: onRename,
            },
            { id: 'duplicate', label: t('common.duplicate'), icon: <Copy />, onSelect: onDuplicate },
            { id: 'hand-back', label: t('handBack.action'), icon: <LogOut />, onSelect: onHandBack },
            { id: 'bin', label: t('home.moveToBin'), icon: <Trash2 />, danger: true, onSelect: onRemove },
          ]}
        />
      </div>
    </article>
  )
}

/** Not where it was once: whether its latest changes are there, and whether this device still gets in. */
function WhereChip({ entry }: Pick<WorkshopTileProps, 'entry'>) {
  const t = useTranslate()
  const { relayOrigin, onlyHereSince } = entry
  const isOnlyHere = typeof onlyHereSince === 'number'
  if (relayOrigin === null) {
    return (
      <Chip tone={isOnlyHere ? 'sun' : 'neutral'} icon={<Smartphone />}>
        {t(isOnlyHere ? 'home.onlyHere' : 'home.savedHere')}
      </Chip>
    )
  }
  // The words of the chip inside: the relay takes nothing from this device any more, and gives it nothing.
  if (isRoomClosed(entry)) {
    return (
      <Chip tone="sun" icon={<CloudOff />}>
        {t('health.refused')}
      </Chip>
    )
  }
  return (
    <Chip tone={isOnlyHere ? 'sun' : 'accent'} icon={isOnlyHere ? <CloudUpload /> : <Waypoints />}>
      {t(isOnlyHere ? 'home.notOnRelay' : 'home.savedRelay')}
    </Chip>
  )
}
