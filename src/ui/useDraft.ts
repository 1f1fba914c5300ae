/**
 * Text between the keyboard and whoever stores it. An input method composes a character over several events; storing
 * the intermediate states would let others see garbage and would break the composition when their change comes back.
 */
import type { ChangeEvent } from 'react'
import { useRef, useState } from 'react'

export interface Draft {
  readonly value: string
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: (event: { readonly currentTarget: { readonly value: string } }) => void
}

export function useDraft(value: string, onChange: (value: string) => void): Draft {
  const [composing, setComposing] = useState<string | null>(null)
  const isComposing = useRef(false)
  return {
    value: composing ?? value,
    onChange: (event) => {
      if (isComposing.current) setComposing(event.target.value)
      else onChange(event.target.value)
    },
    onCompositionStart: () => {
      isComposing.current = true
      setComposing(value)
    },
    onCompositionEnd: (event) => {
      isComposing.current = false
      setComposing(null)
      onChange(event.currentTarget.value)
    },
  }
}
