/** Hands changed props to the mounted engine, each to where it matters; the engine itself is never made anew. */
import { useEffect } from 'react'
import type { Locale } from '../../i18n/translate.ts'
import type { MapTheme } from '../../layout/theme.ts'
import { CAMERA_OPTIONS } from '../engine/editorSetup.ts'
import type { Engine } from '../engine/createEngine.ts'
import type { MapNote } from '../MapCanvasProps.ts'
import type { MountedMapProps } from '../MountedMapProps.ts'
import { followSpotlight } from './followSpotlight.ts'
import { engineToolId } from '../tools/mapTools.ts'

const NO_NOTES: readonly MapNote[] = []
const NO_INSET = { top: 0, right: 0, bottom: 0, left: 0 }

export function useEngineProps(
  engine: Engine | null,
  props: MountedMapProps,
  locale: Locale,
  theme: MapTheme,
  label: string,
): void {
  const { mode, tool, actor, peers, journeyId, ratingView = 'inside', inset = NO_INSET } = props
  const { notes = NO_NOTES, spotlight = null } = props
  useEffect(() => {
    if (engine === null) return
    engine.session.mode.set(mode)
    engine.session.editor.setCameraOptions({ ...CAMERA_OPTIONS, isLocked: mode === 'wall' })
    engine.session.editor.updateInstanceState({ isReadonly: mode !== 'edit' })
    if (mode === 'edit') return
    engine.session.editing.set(null)
    engine.session.rating.set(null)
  }, [engine, mode])
  useEffect(() => {
    engine?.workshop.refresh()
  }, [engine, journeyId, locale, theme, mode])
  useEffect(() => {
    if (engine === null) return
    const id = engineToolId(tool)
    if (engine.session.editor.getCurrentToolId() !== id) engine.session.editor.setCurrentTool(id)
  }, [engine, tool])
  useEffect(() => void engine?.session.actor.set(actor), [engine, actor])
  useEffect(() => void engine?.session.peers.set(peers), [engine, peers])
  useEffect(() => void engine?.session.notes.set(notes), [engine, notes])
  useEffect(() => void engine?.session.spotlight.set(spotlight), [engine, spotlight])
  useEffect(() => void engine?.session.ratingView.set(ratingView), [engine, ratingView])
  useEffect(() => void engine?.session.inset.set(inset), [engine, inset])
  useEffect(() => {
    engine?.session.editor.user.updateUserPreferences({
      colorScheme: theme.name === 'dark' ? 'dark' : 'light',
    })
  }, [engine, theme])
  useEffect(() => engine?.session.editor.getContainer().setAttribute('aria-label', label), [engine, label])
  useFirstView(engine, journeyId, mode === 'wall')
}

/** A journey opens at its beginning, at reading size; the wall shows what the moderator does. */
function useFirstView(engine: Engine | null, journeyId: string, isWall: boolean): void {
  useEffect(() => {
    if (engine === null) return undefined
    letGo(engine)
    if (!isWall) {
      engine.session.camera.fitToRead(false)
      return undefined
    }
    return followSpotlight(engine.session)
  }, [engine, journeyId, isWall])
}

/** What was selected or open belongs to the journey that was shown before. */
function letGo({ session }: Engine): void {
  session.selection.set([])
  session.focus.set(null)
  session.editing.set(null)
  session.rating.set(null)
}
