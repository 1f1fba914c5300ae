/** Connects one mounted editor with the workshop: guards, layers, session, keys, clipboard, camera. */
import type { Editor } from '@tldraw/editor'
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { MapTheme } from '../../layout/theme.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { MapCanvasHandle } from '../MapCanvasProps.ts'
import type { MountedMapProps } from '../MountedMapProps.ts'
import { connectLayers } from '../session/connectLayers.ts'
import { connectWorkshop, layoutOf, type WorkshopConnection } from '../session/connectWorkshop.ts'
import { createMapSession } from '../session/createMapSession.ts'
import { keepInView } from '../session/keepInView.ts'
import type { MapLayers } from '../session/LayersContext.ts'
import { listenToClipboard } from '../session/mapClipboard.ts'
import { mapHandle } from '../session/mapHandle.ts'
import { listenToKeys } from '../session/mapKeys.ts'
import { type MapSession, releaseSession } from '../session/MapSession.ts'
import { reportWhereabouts } from '../session/reportWhereabouts.ts'
import { tellApp } from '../session/tellApp.ts'
import { boundCamera } from './boundCamera.ts'
import { guardProjection } from './guardProjection.ts'
import { leaveFields } from './leaveFields.ts'
import { letGoOfEditor } from './letGoOfEditor.ts'
import { quietTouches } from './quietTouches.ts'
import { routeHistory } from './routeHistory.ts'

export interface LatestProps {
  readonly props: MountedMapProps
  readonly locale: Locale
  readonly theme: MapTheme
  readonly t: Translate
}

export interface Engine {
  readonly session: MapSession
  readonly layers: MapLayers
  readonly handle: MapCanvasHandle
  readonly workshop: WorkshopConnection
  readonly dispose: Disposer
}

export function createEngine(editor: Editor, latest: () => LatestProps): Engine {
  const container = editor.getContainer()
  const inputs = () => {
    const { props, locale, theme } = latest()
    const { journeyId, metrics, mode } = props
    return { journeyId, metrics, locale, theme, isInviting: mode === 'edit' }
  }
  const { workshop } = latest().props
  const snapshot = workshop.snapshot()
  const guard = guardProjection(editor)
  const { layers, dispose: disposeLayers } = connectLayers(editor, guard)
  const props = () => latest().props
  const { session, dispose: disposeSession } = createMapSession({
    editor,
    props,
    t: () => latest().t,
    locale: () => latest().locale,
    snapshot,
    layout: layoutOf(snapshot, inputs()),
  })
  const connection = connectWorkshop(workshop, session, layers, inputs)
  const handle = mapHandle(session, () => latest().t)
  // Wheel and pinch work without a click first; the keyboard comes with the focus of the element.
  editor.updateInstanceState({ isFocused: true })
  container.tabIndex = 0
  const disposers = [
    boundCamera(editor, session.layout),
    quietTouches(editor),
    leaveFields(container),
    keepInView(session),
    routeHistory(editor, session.actions),
    listenToKeys(session, container, {
      t: () => latest().t,
      handle: () => handle,
      reveal: session.camera.reveal,
    }),
    listenToClipboard(session, container),
    tellApp(session, props),
    reportWhereabouts(session, workshop, (where) => props().onWhereabouts(where)),
    connection.dispose,
    disposeSession,
    disposeLayers,
    guard.dispose,
  ]
  return {
    session,
    layers,
    handle,
    workshop: connection,
    dispose: () => {
      for (const dispose of disposers) dispose()
      releaseSession(editor)
      letGoOfEditor(editor)
    },
  }
}
