/** The editor with everything around it. Split from `MapCanvas` because it exists only once the metric is there. */
import '@tldraw/editor/editor.css'
import { type Editor, TldrawEditor } from '@tldraw/editor'
import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocale, useTranslate } from '../i18n/useTranslate.ts'
import { DARK_THEME, LIGHT_THEME } from '../layout/theme.ts'
import { createEngine, type Engine } from './engine/createEngine.ts'
import { editorSetup } from './engine/editorSetup.ts'
import { engineParts } from './engine/engineParts.ts'
import { quietLicenceCheck } from './engine/quietLicenceCheck.ts'
import type { MapCanvasHandle } from './MapCanvasProps.ts'
import type { MountedMapProps } from './MountedMapProps.ts'
import { MapPanels } from './overlay/MapPanels.tsx'
import { MediaNoteContext } from './projection/mediaNote.ts'
import { MediaUrlContext } from './projection/SceneOps.tsx'
import { LayersContext } from './session/LayersContext.ts'
import { MapThemeContext, SessionContext } from './session/SessionContext.ts'
import { useMediaNotes } from './session/useMediaNotes.ts'
import { useEngineProps } from './session/useEngineProps.ts'

export function MountedMap({ ref, ...props }: MountedMapProps) {
  const t = useTranslate()
  const locale = useLocale()
  const theme = props.theme === 'dark' ? DARK_THEME : LIGHT_THEME
  const latest = useRef({ props, locale, theme, t })
  useLayoutEffect(() => {
    latest.current = { props, locale, theme, t }
  })
  // Before the engine is drawn: its check begins with that, not when the drawing is on the screen.
  const [hearLicenceCheckAgain] = useState(() => quietLicenceCheck())
  useLayoutEffect(() => hearLicenceCheckAgain, [hearLicenceCheckAgain])
  const [engine, setEngine] = useState<Engine | null>(null)
  // Made once: another store or user would make the engine start anew.
  const [setup] = useState(() => editorSetup(t('canvas.mapLabel')))
  const onMount = useMemo(
    () => (editor: Editor) => {
      const own = createEngine(editor, () => latest.current)
      setEngine(own)
      return () => {
        setEngine(null)
        own.dispose()
      }
    },
    [],
  )
  const noteOf = useMediaNotes(props.workshop)
  useEngineProps(engine, props, locale, theme, t('canvas.mapLabel'))
  useImperativeHandle<MapCanvasHandle | null, MapCanvasHandle | null>(ref, () => engine?.handle ?? null, [
    engine,
  ])
  return (
    <div className="map-canvas" data-mode={props.mode} data-tool={props.tool} data-theme={props.theme}>
      <SessionContext value={engine?.session ?? null}>
        <LayersContext value={engine?.layers ?? null}>
          <MapThemeContext value={theme}>
            <MediaUrlContext value={props.mediaUrl}>
              <MediaNoteContext value={noteOf}>
                <TldrawEditor
                  {...setup}
                  {...engineParts}
                  autoFocus={false}
                  initialState="move"
                  onMount={onMount}
                />
                {engine === null ? null : <MapPanels />}
              </MediaNoteContext>
            </MediaUrlContext>
          </MapThemeContext>
        </LayersContext>
      </SessionContext>
    </div>
  )
}
