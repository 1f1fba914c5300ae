/**
 * A text whose every version is written as a whole: it is handed on when somebody pauses, presses Enter or leaves, not
 * with every key. Leaving the screen hands on what is typed, too.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TextFieldProps } from './TextField.tsx'
import { TextField } from './TextField.tsx'

export interface LazyTextFieldProps
  extends Omit<TextFieldProps, 'onChange' | 'onEnter' | 'onBlur' | 'inputRef'> {
  readonly onCommit: (value: string) => void
  /** Enter ends the writing: the field lets go of the keyboard, on a tablet of the one on the screen too. */
  readonly endsOnEnter?: boolean
  /** Why this text cannot be taken, if so: it stays in the field, with the reason, and is not handed on. */
  readonly problemWith?: (value: string) => string | undefined
}

const PAUSE_MS = 900

export function LazyTextField(props: LazyTextFieldProps) {
  const { value, onCommit, problemWith, endsOnEnter = false, ...rest } = props
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const latest = useRef({ draft, value, onCommit, problemWith })
  useEffect(() => {
    latest.current = { draft, value, onCommit, problemWith }
  })
  const commit = useCallback(() => {
    const { draft: typed, value: stored, onCommit: write, problemWith: check } = latest.current
    if (typed !== null && check?.(typed) !== undefined) return setRefused(typed)
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
      const { draft: typed, value: stored, onCommit: write, problemWith: check } = latest.current
      if (typed !== null && typed !== stored && check?.(typed) === undefined) write(typed)
    },
    [],
  )
  return (
    <TextField
      {...rest}
      value={draft ?? value}
      error={draft !== null && draft === refused ? problemWith?.(draft) : rest.error}
      onChange={setDraft}
      onBlur={commit}
      inputRef={field}
      {...(rest.multiline === true ? {} : { onEnter: endsOnEnter ? () => field.current?.blur() : commit })}
    />
  )
}
