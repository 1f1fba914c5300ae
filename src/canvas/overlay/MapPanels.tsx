/** Everything that floats over the map and can be pressed. Beside the editor, so that its events never reach the map. */
import { useValue } from '@tldraw/editor'
import { Hand } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { useMapSession } from '../session/SessionContext.ts'
import { TextEditor } from '../edit/TextEditor.tsx'
import { RatingPanel } from './RatingPanel.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import './MapPanels.css'

export function MapPanels() {
  return (
    <div className="map-panels">
      <SelectionBar />
      <RatingPanel />
      <PenNotice />
      <TextEditor />
      <Announcer />
    </div>
  )
}

/** While the pen draws and fingers pan: says so, and is the way out. */
function PenNotice() {
  const session = useMapSession()
  const t = useTranslate()
  const isPenOnly = useValue(session.pen.penOnly)
  if (!isPenOnly) return null
  return (
    <div className="map-pen">
      <span>{t('canvas.penOnly')}</span>
      <Button icon={<Hand />} onClick={session.pen.drawWithFingers}>
        {t('canvas.drawWithFingers')}
      </Button>
    </div>
  )
}

function Announcer() {
  const session = useMapSession()
  const text = useValue(session.announcement)
  return (
    <output className="et-visually-hidden" aria-live="polite">
      {text}
    </output>
  )
}
