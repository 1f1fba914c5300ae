/** The persona in a few words, top left, whenever her own place on the map is out of view or too small to read. */
import { useEditor, useValue } from '@tldraw/editor'
import { useContext } from 'react'
import { initialsOf } from '../../ui/initialsOf.ts'
import { MediaUrlContext } from '../projection/SceneOps.tsx'
import { useMapSession } from '../session/SessionContext.ts'
import { isPersonaInCorner } from './headHit.ts'

export function PersonaCorner() {
  const editor = useEditor()
  const session = useMapSession()
  const mediaUrl = useContext(MediaUrlContext)
  const shown = useValue('persona corner', () => {
    const layout = session.layout.get()
    return isPersonaInCorner(layout, editor.getCamera()) ? (layout.header?.persona?.personaId ?? null) : null
  }, [editor, session])
  const persona = useValue(
    'persona',
    () => (shown === null ? undefined : session.snapshot.get().personas.get(shown)),
    [session, shown],
  )
  if (persona === undefined) return null
  const picture = persona.pictureId === null ? undefined : mediaUrl(persona.pictureId)
  return (
    <div className="map-persona">
      {picture === undefined ? (
        <span className="map-persona__face">{initialsOf(persona.name)}</span>
      ) : (
        <img className="map-persona__face" src={picture} alt="" />
      )}
      <strong className="map-persona__name">{persona.name}</strong>
      <span className="map-persona__quote">{persona.quote}</span>
    </div>
  )
}
