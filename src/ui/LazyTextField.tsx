/**
 * A text whose every version is written as a whole: it is handed on when somebody pauses, presses Enter or leaves, not
 * with every key. Leaving the screen hands on what is typed, too.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TextFieldProps } from './TextField.tsx'
import { TextField } from './TextField.tsx'

export interface LazyTextFieldProps extends Omit<TextFieldProps, 'onChange' | 'onEnter' | 'onBlur'> {
  readonly onCommit: (value: string) => void
}

const PAUSE_MS = 900

export function LazyTextField({ value, onCommit, ...rest }: LazyTextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, value, onCommit })
  useEffect(() => {
    latest.current = { draft, value, onCommit }
  })
  const commit = useCallback(() => {
    const { draft: typed, value: stored, onCommit: write } = latest.current
    if (typed !== null && typed !== stored) write(typed)
    latest.current = { ...latest.current, draft: null }
    setDraft(null)
  }, [])
  useEffect(() => {
    if (draft === null) return undefined
    const handle = setTimeout(commit, PAUSE_MS)
    return () => clearTimeout(handle)
  }, [draft, commit])
  useEffect(
    () => () => {
      const { draft: typed, value: stored, onCommit: write } = latest.current
      if (typed !== null && typed !== stored) write(typed)
    },
    [],
  )
  return (
    <TextField
      {...rest}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={commit}
      {...(rest.multiline === true ? {} : { onEnter: commit })}
    />
  )
}
