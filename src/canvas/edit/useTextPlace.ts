/**
 * Where the open text stands: over its sheet at the sheet's own size, enlarged where the map is too far away to read.
 * Follows the camera, the layout, and the growing text.
 */
import { useValue } from '@tldraw/editor'
import { type CSSProperties, type RefObject, useLayoutEffect } from 'react'
import { fontWeight } from '../fonts.ts'
import { rectToScreen, scaleOf } from '../camera/units.ts'
import { useMapSession } from '../session/SessionContext.ts'
import type { EditTarget } from './EditTarget.ts'
import { placeOf, type TextPlace } from './textOf.ts'

const SMALLEST_PX = 14
const NARROWEST_PX = 168

export interface TextPlacement {
  readonly box: CSSProperties
  readonly font: CSSProperties
  readonly tint: TextPlace['tint']
}

const NOWHERE: TextPlacement = { box: {}, font: {}, tint: 'sheet' }

export function useTextPlace(
  target: EditTarget | null,
  field: RefObject<HTMLTextAreaElement | null>,
  isSheet: boolean,
): TextPlacement {
  const session = useMapSession()
  const placement = useValue('text place', (): TextPlacement => {
    const place = target === null || isSheet ? undefined : placeOf(session.layout.get(), target)
    if (place === undefined) return NOWHERE
    const { editor } = session
    const camera = editor.getCamera()
    const rect = rectToScreen(camera, place.sheet)
    const natural = place.style.size * scaleOf(camera)
    const enlarged = Math.max(1, SMALLEST_PX / natural)
    const width = Math.max(rect.width * enlarged, NARROWEST_PX)
    const screen = editor.getViewportScreenBounds()
    return {
      box: {
        left: Math.min(Math.max(rect.x, 4), screen.w - width - 4),
        top: Math.min(Math.max(rect.y, 4), screen.h - 80),
        width,
        minHeight: rect.height * enlarged,
      },
      font: {
        fontSize: natural * enlarged,
        lineHeight: place.style.lineHeight,
        fontWeight: fontWeight(place.style.font),
      },
      tint: place.tint,
    }
  }, [session, target, isSheet])
  const text = useValue('text of the workshop', () => session.snapshot.get(), [session])
  useLayoutEffect(() => {
    if (field.current !== null) growToText(field.current)
  }, [field, placement, text, target])
  return placement
}

/** Newer browsers size the field by its text themselves, see the style sheet. */
const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content')

function growToText(element: HTMLTextAreaElement): void {
  if (GROWS_BY_ITSELF) return
  element.style.setProperty('height', '0')
  element.style.setProperty('height', `${element.scrollHeight}px`)
}
