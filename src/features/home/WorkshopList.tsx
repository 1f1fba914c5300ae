/** The workshops of this device as tiles, or what to do while there are none. */
import { Footprints } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { WorkshopTile } from './WorkshopTile.tsx'

export interface WorkshopListProps {
  /** Undefined while the list is being read. */
  readonly workshops: readonly WorkshopEntry[] | undefined
  readonly now: number
  readonly onOpen: (entry: WorkshopEntry) => void
  readonly onRename: (entry: WorkshopEntry) => void
  readonly onDuplicate: (entry: WorkshopEntry) => void
  readonly onHandBack: (entry: WorkshopEntry) => void
  readonly onRemove: (entry: WorkshopEntry) => void
}

export function WorkshopList(props: WorkshopListProps) {
  const t = useTranslate()
  const { workshops, now } = props
  if (workshops === undefined) return <Loading label={t('ui.loading')} />
  if (workshops.length === 0) {
    return (
      <EmptyState icon={<Footprints />} title={t('home.emptyTitle')}>
        <p>{t('home.emptyText')}</p>
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="home-workshops">
      <h2 id="home-workshops" className="et-home__subtitle">
        {t('home.onThisDevice')}
      </h2>
      <ul className="et-home__tiles">
        {workshops.map((entry) => (
          <li key={entry.workshopId}>
            <WorkshopTile
              entry={entry}
              now={now}
              onOpen={() => props.onOpen(entry)}
              onRename={() => props.onRename(entry)}
              onDuplicate={() => props.onDuplicate(entry)}
              onHandBack={() => props.onHandBack(entry)}
              onRemove={() => props.onRemove(entry)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
