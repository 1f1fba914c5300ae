/**
 * Holds back a dialog that comes by itself while somebody writes in a text field: it would take the focus in the middle
 * of a word, and the rest of the word would be lost. What it is about is said politely meanwhile.
 */
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { systemTimers, type Timers } from '../../shared/timers.ts'
import { isTextEntry } from '../../ui/isTextEntry.ts'
import { showToast } from '../../ui/toastStore.ts'

export interface WhenNobodyWritesProps {
  /** What has happened, without a full stop. */
  readonly what: string
  readonly children: ReactNode
  readonly timers?: Timers
}

/** Asked again and again, because a field that is taken off the screen does not say so. */
const LOOK_EVERY_MS = 400

export function WhenNobodyWrites({ what, children, timers = systemTimers }: WhenNobodyWritesProps) {
  const t = useTranslate()
  const [isFree, setFree] = useState(() => !isWriting())
  useEffect(() => {
    if (isFree) return undefined
    showToast(t('room.writeOn', { what }))
    return whenFree(timers, () => setFree(true))
  }, [isFree, what, t, timers])
  return isFree ? children : null
}

/** Twice in a row: between a card and the next one that Enter begins, no field has the focus for a moment. */
function whenFree(timers: Timers, run: () => void) {
  let stop = () => undefined as void
  const look = (wasFree: boolean) => {
    stop = timers.after(LOOK_EVERY_MS, () => {
      const isFree = !isWriting()
      if (isFree && wasFree) run()
      else look(isFree)
    })
  }
  look(false)
  return () => stop()
}

function isWriting(): boolean {
  const { activeElement } = document
  return activeElement !== null && isTextEntry(activeElement) && !activeElement.hasAttribute('readonly')
}
