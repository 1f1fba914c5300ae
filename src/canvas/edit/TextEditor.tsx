/**
 * The one textarea of the map. It is always there and gets the focus in the very event that opens a text, because
 * tablets show their keyboard only then; it stands over the sheet it writes on, or in a sheet at the bottom of the
 * screen where fingers type.
 */
import { useValue } from '@tldraw/editor'
import { useId, useRef } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { SheetBar } from './SheetBar.tsx'
import { onTextKey } from './textKeys.ts'
import { useSheet } from './useSheet.ts'
import { useTextController } from './useTextController.ts'
import { useTextLabel } from './useTextLabel.ts'
import { useTextPlace } from './useTextPlace.ts'
import './TextEditor.css'

export function TextEditor() {
  const session = useMapSession()
  const t = useTranslate()
  const field = useRef<HTMLTextAreaElement>(null)
  const target = useValue(session.editing)
  const isNarrow = useMediaQuery('(max-width: 1023px)')
  // What was used last counts: a tablet with a keyboard and mouse is a laptop until it is touched.
  const isTouched = useValue('touched', () => session.editor.getInstanceState().isCoarsePointer, [session])
  const isSheet = isNarrow || isTouched
  const controller = useTextController(field)
  const label = useTextLabel(target)
  const place = useTextPlace(target, field, isSheet)
  const sheet = useSheet(target, isSheet)

  const isOpen = target !== null
  const reasonId = useId()
  const reason = isOpen && 'instead' in target ? t('canvas.activityFirst') : null
  return (
    <div
      className={`map-text ${isOpen ? 'map-text--open' : ''} ${isSheet ? 'map-text--sheet' : 'map-text--place'} map-text--on-${place.tint}`}
      style={isOpen ? (sheet ?? place.box) : undefined}
      onBlur={(event) => {
        const isInside = event.currentTarget.contains(event.relatedTarget)
        // Another window got the keyboard: the text stays open for when the writer comes back.
        if (!isInside && document.hasFocus()) session.editing.set(null)
      }}
    >
      {isOpen && isSheet ? <SheetBar target={target} label={label} /> : null}
      {isSheet && reason !== null ? (
        <p id={reasonId} className="map-text__reason">
          {reason}
        </p>
      ) : null}
      <textarea
        ref={field}
        className="map-text__field"
        style={isSheet ? undefined : place.font}
        aria-label={label}
        aria-describedby={reason === null ? undefined : reasonId}
        aria-hidden={!isOpen}
        tabIndex={isOpen ? 0 : -1}
        rows={1}
        spellCheck
        autoCapitalize="sentences"
        enterKeyHint="next"
        onInput={() => controller.current?.onInput()}
        onCompositionStart={() => controller.current?.onCompositionStart()}
        onCompositionEnd={() => controller.current?.onCompositionEnd()}
        onKeyDown={(event) => onTextKey(session, event)}
      />
      {isOpen && isSheet ? null : (
        <p {...(reason === null ? {} : { id: reasonId })} className="map-text__hint">
          {reason ?? t('canvas.writeHint')}
        </p>
      )}
    </div>
  )
}
