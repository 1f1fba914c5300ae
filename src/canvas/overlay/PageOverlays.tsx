/**
 * What lies over the map in the map's own space and moves with it: selection, keyboard focus, the drag's preview, the
 * lasso, the moving pin, wet ink, and where the others are. Drawn in millimetres; line widths are kept in pixels.
 */
import { useEditor, useValue } from '@tldraw/editor'
import type { ReactNode } from 'react'
import { UNITS_PER_MM } from '../camera/units.ts'
import { DragPreview } from './DragPreview.tsx'
import { EditingMark } from './EditingMark.tsx'
import { FocusRing } from './FocusRing.tsx'
import { Invitations } from './Invitations.tsx'
import { LassoFrame } from './LassoFrame.tsx'
import { NoteBadges } from './NoteBadges.tsx'
import { Peers } from './Peers.tsx'
import { PinPreview } from './PinPreview.tsx'
import { SelectionRings } from './SelectionRings.tsx'
import { SpotlightRing } from './SpotlightRing.tsx'
import { WetInk } from './WetInk.tsx'
import './PageOverlays.css'

export function PageOverlays() {
  return (
    <MillimetreSvg>
      <Invitations />
      <FocusRing />
      <SpotlightRing />
      <NoteBadges />
      <Peers />
      <SelectionRings />
      <EditingMark />
      <WetInk />
      <PinPreview />
      <DragPreview />
      <LassoFrame />
    </MillimetreSvg>
  )
}

function MillimetreSvg({ children }: { readonly children: ReactNode }) {
  const editor = useEditor()
  const pixel = useValue('one pixel', () => 1 / (editor.getZoomLevel() * UNITS_PER_MM), [editor])
  return (
    <svg className="map-overlay" aria-hidden="true" style={{ '--map-pixel': pixel } as object}>
      <g transform={`scale(${UNITS_PER_MM})`}>{children}</g>
    </svg>
  )
}
