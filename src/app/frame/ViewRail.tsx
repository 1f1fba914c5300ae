/** The views of the workshop: a rail on the left of a desk, a row at the bottom of a tablet. */
import { ListTree, Map as MapIcon, MapPinned, Printer, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { useFrame } from './FrameContext.ts'
import type { View } from './views.ts'
import { VIEW_LABELS, viewPath, VIEWS } from './views.ts'
import './ViewRail.css'

const ICONS: Readonly<Record<View, ReactNode>> = {
  map: <MapIcon />,
  outline: <ListTree />,
  personas: <UserRound />,
  touchpoints: <MapPinned />,
  poster: <Printer />,
}

export function ViewRail({ view }: { readonly view: View }) {
  const t = useTranslate()
  const { session } = useFrame()
  return (
    <nav className="et-rail" aria-label={t('frame.views')}>
      {VIEWS.map((one) => (
        <Link
          key={one}
          href={viewPath(session.workshopId, one)}
          className="et-rail__link"
          aria-current={one === view ? 'page' : undefined}
        >
          <span aria-hidden="true">{ICONS[one]}</span>
          {t(VIEW_LABELS[one])}
        </Link>
      ))}
    </nav>
  )
}
