/** Binds the textarea to the session: everything here runs in the very event that opened, typed or merged. */
import { react, unsafe__withoutCapture } from '@tldraw/editor'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { MapSession } from '../session/MapSession.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { isDraft } from './EditTarget.ts'
import { TextController } from './TextController.ts'
import { textOf } from './textOf.ts'

export function useTextController(
  field: RefObject<HTMLTextAreaElement | null>,
): RefObject<TextController | null> {
  const session = useMapSession()
  const controller = useRef<TextController | null>(null)
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    const own = createController(session, element)
    controller.current = own
    const stopTarget = react('open text', () => {
      const target = session.editing.get()
      unsafe__withoutCapture(() => {
        if (target === null) {
          own.close()
          element.blur()
        } else if (!own.shows(target)) {
          own.open(target)
          element.focus({ preventScroll: true })
        }
      })
    })
    const stopText = react('text of others', () => {
      session.snapshot.get()
      unsafe__withoutCapture(() => {
        own.onStored()
        const target = session.editing.get()
        const isGone =
          target !== null && !isDraft(target) && textOf(session.snapshot.get(), target) === undefined
        if (isGone) session.editing.set(null)
      })
    })
    return () => {
      stopText()
      stopTarget()
      own.close()
      controller.current = null
    }
  }, [field, session])
  return controller
}

function createController(session: MapSession, field: HTMLTextAreaElement): TextController {
  return new TextController({
    field,
    actions: session.actions,
    onCreated: (text) => {
      // The new sheet must be placed before the text moves onto it.
      session.settle.current()
      session.editing.set(text)
    },
    read: (text) => textOf(session.snapshot.get(), text),
  })
}
